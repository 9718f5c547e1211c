package io.tideline.reports.page;

import io.tideline.reports.stats.Latencies;
import java.util.ArrayList;
import java.util.List;

/**
 * Percentiles of a distribution on an axis that gives the tail as much room as the rest: the time
 * that one in x requests exceeds, x = 1 / (1 - q), at {@value #PER_DECADE} points a decade from 1
 * (the shortest time) to the number of requests (the longest). It is how HdrHistogram's own plots
 * show percentiles.
 */
final class Spectrum {
  private static final int PER_DECADE = 12;

  private Spectrum() {}

  /** Where point i stands on the axis. */
  static double x(int i) {
    return Math.pow(10, (double) i / PER_DECADE);
  }

  /** The time at each point; none when nothing was measured. */
  static List<Long> of(Latencies latencies) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; latencies.count() > 0 && x(i) <= latencies.count(); i++) {
      times.add(latencies.at(1 - 1 / x(i)));
    }
    return times;
  }
}
