package io.tideline.reports.page;

import io.tideline.reports.stats.Latencies;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Bins of latencies for charts on a log scale: {@value #PER_DECADE} a decade, but none without a
 * whole millisecond in it. Bin i holds the times from {@code EDGES[i]} to before {@code EDGES[i +
 * 1]}; the last one all above as well.
 */
final class LatencyBins {
  private static final int PER_DECADE = 16;
  private static final int DECADES = 7;

  private static final long[] EDGES =
      LongStream.concat(
              LongStream.of(0),
              IntStream.rangeClosed(0, DECADES * PER_DECADE)
                  .mapToLong(i -> (long) Math.ceil(Math.pow(10, (double) i / PER_DECADE) - 1e-9)))
          .distinct()
          .toArray();

  private LatencyBins() {}

  /** Smallest time of each bin, in milliseconds. */
  static long[] edges() {
    return EDGES.clone();
  }

  /** The bin of a time. */
  static int of(long millis) {
    int found = Arrays.binarySearch(EDGES, millis);
    return found >= 0 ? found : -found - 2;
  }

  /** How many times are in each bin. */
  static long[] counts(Latencies latencies) {
    long[] counts = new long[EDGES.length];
    latencies.each((millis, count) -> counts[of(millis)] += count);
    return counts;
  }
}
