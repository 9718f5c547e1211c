package io.tideline.reports.stats;

import java.util.Arrays;

/**
 * The times of one stretch of a run, to be asked how many exceed a bound. Times are whole
 * milliseconds, and coarser from two seconds on; those of one bucket are taken as spread evenly
 * over its width, so that a bound may lie within it.
 */
final class CountedTimes {
  private static final double HALF = 0.5;

  /**
   * Each bucket that is not empty, in ascending order, and how many times are in those up to it.
   */
  private final int[] buckets;

  private final long[] upTo;

  private CountedTimes(int[] buckets, long[] upTo) {
    this.buckets = buckets;
    this.upTo = upTo;
  }

  static CountedTimes of(PackedTimes times) {
    int[] distinct = {0};
    times.each((index, count) -> distinct[0]++);
    int[] buckets = new int[distinct[0]];
    long[] upTo = new long[distinct[0]];
    int[] next = {0};
    times.each(
        (index, count) -> {
          int at = next[0]++;
          buckets[at] = index;
          upTo[at] = count + (at == 0 ? 0 : upTo[at - 1]);
        });
    return new CountedTimes(buckets, upTo);
  }

  long count() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /** How many exceed {@code bound}. */
  double above(double bound) {
    int low = 0;
    int high = buckets.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (top(buckets[middle]) <= bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == buckets.length) {
      return 0;
    }
    double within = (top(buckets[low]) - bound) / (top(buckets[low]) - bottom(buckets[low]));
    return count() - upTo[low] + (upTo[low] - before(low)) * Math.min(1, within);
  }

  /** The value that {@code share} of the times do not exceed; only when there are any. */
  double at(double share) {
    double wanted = Math.max(0, Math.min(1, share)) * count();
    int at = Arrays.binarySearch(upTo, (long) Math.ceil(wanted));
    at = Math.min(buckets.length - 1, at < 0 ? -at - 1 : at);
    double within = (wanted - before(at)) / (upTo[at] - before(at));
    return bottom(buckets[at]) + Math.max(0, within) * (top(buckets[at]) - bottom(buckets[at]));
  }

  /** Sum of the logarithms of the times, each moved to within the bounds. */
  double logs(double from, double to) {
    double sum = 0;
    for (int i = 0; i < buckets.length; i++) {
      double middle = Math.max(HALF, TimeCounts.middle(buckets[i]));
      sum += (upTo[i] - before(i)) * Math.log(Math.max(from, Math.min(to, middle)));
    }
    return sum;
  }

  private long before(int at) {
    return at == 0 ? 0 : upTo[at - 1];
  }

  private static double bottom(int bucket) {
    return Math.max(0, TimeCounts.smallest(bucket) - HALF);
  }

  private static double top(int bucket) {
    return TimeCounts.largest(bucket) + HALF;
  }
}
