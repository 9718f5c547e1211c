package io.tideline.reports.stats;

/** How often something happened in each interval, in memory that does not grow with time. */
final class Counts {
  private final long[] counts = new long[Intervals.MOST];
  private int seconds = Intervals.first();

  /** Counts one at an instant, in milliseconds since the run's first one. */
  void add(long millis) {
    coarsen(Intervals.secondsFor(millis, seconds));
    counts[Intervals.index(millis, seconds)]++;
  }

  /** Length of an interval. */
  int seconds() {
    return seconds;
  }

  /** Makes the intervals {@code longer} seconds long, a multiple of what they are. */
  void coarsen(int longer) {
    int factor = longer / seconds;
    if (factor <= 1) {
      return;
    }
    for (int i = 0; i < counts.length; i++) {
      long count = counts[i];
      counts[i] = 0;
      counts[i / factor] += count;
    }
    seconds = longer;
  }

  long at(int interval) {
    return counts[interval];
  }
}
