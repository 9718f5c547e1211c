package io.tideline.reports.stats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a run ended, by all its records together. */
public enum Ending {
  /** Every arrival was started, every user has left, and the records are whole. */
  COMPLETED("completed"),
  /** The generator was stopped early and closed its records in order. */
  INTERRUPTED("interrupted"),
  /** Somebody stopped the run early, in order. */
  STOPPED("stopped"),
  /** An SLO that may end a run ended it, in order. */
  ABORTED("aborted"),
  /** The records stop short: the generator died, or they were not copied whole. */
  CUT_OFF("cut off"),
  /** The records hold what nobody wrote. */
  DAMAGED("damaged");

  private final String key;

  Ending(String key) {
    this.key = key;
  }

  /** The ending of which this is the word. */
  static Ending of(String key) {
    return Arrays.stream(values())
        .filter(ending -> ending.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no ending of a run: " + key));
  }

  /** The word in results. */
  @JsonValue
  public String key() {
    return key;
  }
}
