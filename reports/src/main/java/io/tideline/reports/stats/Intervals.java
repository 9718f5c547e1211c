package io.tideline.reports.stats;

import java.util.stream.IntStream;

/**
 * How long the intervals of a time line are: short at first, longer as the run goes on, so that
 * there are never more than {@link #MOST}. Each length is a multiple of the one before, so that
 * intervals join without loss.
 */
final class Intervals {
  /** Most intervals of a run. */
  static final int MOST = 1500;

  private static final int[] SECONDS = {1, 5, 15, 60, 300, 900, 3600};
  private static final long MILLIS_PER_SECOND = 1000;

  private Intervals() {}

  /** The shortest length, in seconds. */
  static int first() {
    return SECONDS[0];
  }

  /** The shortest length of {@code seconds} or more; the longest there is if none is. */
  static int atLeast(int seconds) {
    return IntStream.of(SECONDS)
        .filter(length -> length >= seconds)
        .findFirst()
        .orElse(SECONDS[SECONDS.length - 1]);
  }

  /** The shortest length in seconds, and no less than {@code least}, that {@code millis} need. */
  static int secondsFor(long millis, int least) {
    for (int seconds : SECONDS) {
      if (seconds >= least && millis / (seconds * MILLIS_PER_SECOND) < MOST) {
        return seconds;
      }
    }
    return SECONDS[SECONDS.length - 1];
  }

  /**
   * Index of the interval of an instant; what lies before the first instant belongs to the first.
   */
  static int index(long millis, int seconds) {
    long index = Math.max(0, millis) / (seconds * MILLIS_PER_SECOND);
    return (int) Math.min(MOST - 1, index);
  }

  /** First millisecond of an interval. */
  static long startMillis(int interval, int seconds) {
    return interval * (seconds * MILLIS_PER_SECOND);
  }
}
