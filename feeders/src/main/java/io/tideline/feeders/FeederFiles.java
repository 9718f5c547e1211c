package io.tideline.feeders;

import java.util.List;

/** The names of the files in a feeder folder. */
final class FeederFiles {

  static final String USERS = "users.csv";
  static final String MEMORIES = "memories.json";
  static final String MEDIA = "media.csv";
  static final String SEARCHES = "searches.csv";
  static final String TAGS = "tags.csv";

  /** All that hold data. */
  static final List<String> DATA = List.of(USERS, MEMORIES, MEDIA, SEARCHES, TAGS);

  /** What a generated set was made from; it is written last. */
  static final String MADE_FROM = "made-from.txt";

  private FeederFiles() {}
}
