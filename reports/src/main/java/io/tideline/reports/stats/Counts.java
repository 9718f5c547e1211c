package io.tideline.reports.stats;

/** How often something happened in each interval, in memory that does not grow with time. */
final class Counts {
  private final long[] counts = new long[Intervals.MOST];
  private int seconds = Intervals.first();

  /** The interval of the instant before, which is nearly always that of the next one too. */
  private int latest;

  private long latestFrom = Long.MAX_VALUE;
  private long latestTo;

  /** Counts one at an instant, in milliseconds since the run's first one. */
  void add(long millis) {
    if (millis < latestFrom || millis >= latestTo) {
      moveTo(millis);
    }
    counts[latest]++;
  }

  /** Counts several. */
  void add(long millis, long count) {
    add(millis);
    counts[latest] += count - 1;
  }

  private void moveTo(long millis) {
    coarsen(Intervals.secondsFor(millis, seconds));
    latest = Intervals.index(millis, seconds);
    latestFrom = Intervals.startMillis(latest, seconds);
    latestTo = Intervals.startMillis(latest + 1, seconds);
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
    latestFrom = Long.MAX_VALUE;
  }

  long at(int interval) {
    return counts[interval];
  }
}
