package io.tideline.reports.stats;

import java.util.Optional;

/**
 * What a run tells of where a percentile's true value lies: an interval, or why there is none.
 *
 * @param confidence the interval of 95 %; empty when the run cannot tell
 * @param missing why there is none; empty when there is one, or nobody asked
 */
public record PercentileInterval(Optional<Confidence> confidence, Optional<Missing> missing) {
  /** Of a percentile of which nobody asked. */
  public static final PercentileInterval UNKNOWN =
      new PercentileInterval(Optional.empty(), Optional.empty());

  /** Why a percentile has no interval. */
  public enum Missing {
    /** Too few intervals of the time line. */
    SHORT("short", "the run is too short to tell"),
    /** Too few requests above the percentile, or below it. */
    FEW("few", "rests on too few requests"),
    /** A handful of moments make most of what differs over the run. */
    STALLS("stalls", "rests on a handful of stalls"),
    /** Response times change over a length of time of which the run has only a few. */
    WANDERS("wanders", "wanders more slowly than the run can tell");

    private final String key;
    private final String words;

    Missing(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** As {@code run.json} has it. */
    public String key() {
      return key;
    }

    /** In words, of the percentile. */
    public String words() {
      return words;
    }
  }

  static PercentileInterval of(double low, double high) {
    return new PercentileInterval(Optional.of(new Confidence(low, high)), Optional.empty());
  }

  static PercentileInterval none(Missing why) {
    return new PercentileInterval(Optional.empty(), Optional.of(why));
  }
}
