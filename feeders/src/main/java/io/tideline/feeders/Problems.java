package io.tideline.feeders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong in feeder files: the first ten in words, the others counted. */
final class Problems {

  private static final int MOST_TOLD = 10;

  private final List<String> told = new ArrayList<>();
  private long found;

  /** Adds a problem at a place; lines and columns count from 1. */
  void add(Path file, long line, int column, String what) {
    addSentence(file + ":" + line + ":" + column + ": " + what);
  }

  void addSentence(String sentence) {
    found++;
    if (told.size() < MOST_TOLD) {
      told.add(sentence);
    }
  }

  void check() throws FeederException {
    if (found > told.size()) {
      told.add("and " + (found - told.size()) + " more");
    }
    if (found > 0) {
      throw new FeederException(told);
    }
  }
}
