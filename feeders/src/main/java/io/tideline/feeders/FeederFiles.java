package io.tideline.feeders;

/** The names of the files in a feeder folder. */
final class FeederFiles {

  static final String USERS = "users.csv";
  static final String MEMORIES = "memories.json";
  static final String MEDIA = "media.csv";
  static final String SEARCHES = "searches.csv";
  static final String TAGS = "tags.csv";

  /** What a generated set was made from; it is written last. */
  static final String MADE_FROM = "made-from.txt";

  private FeederFiles() {}
}
