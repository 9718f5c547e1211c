package io.tideline.reports.stats;

/**
 * Figures of packed times, each the same to the last bit as those of an HdrHistogram of three
 * digits with these times in it, and worked out without unpacking them.
 */
final class PackedFigures {
  private static final double PERCENT = 100;

  private final PackedTimes times;
  private final long count;

  PackedFigures(PackedTimes times) {
    this.times = times;
    long[] sum = {0};
    times.each((index, count) -> sum[0] += count);
    this.count = sum[0];
  }

  long count() {
    return count;
  }

  /** The nearest rank: the largest value of the first bucket at which enough times are counted. */
  long at(double quantile) {
    double percent = Math.nextDown(quantile * PERCENT);
    double share = Math.min(Math.max(percent, 0), PERCENT) * count / PERCENT;
    long rank = Math.max(1, (long) Math.ceil(share));
    long[] seen = {0};
    long[] found = {0};
    times.each(
        (index, number) -> {
          if (seen[0] < rank) {
            seen[0] += number;
            found[0] = quantile == 0 ? TimeCounts.smallest(index) : TimeCounts.largest(index);
          }
        });
    return found[0];
  }

  double mean() {
    double[] sum = {0};
    times.each((index, number) -> sum[0] += TimeCounts.middle(index) * (double) number);
    return count == 0 ? 0 : sum[0] / count;
  }

  double standardDeviation() {
    double mean = mean();
    double[] squares = {0};
    times.each(
        (index, number) -> {
          double deviation = TimeCounts.middle(index) - mean;
          squares[0] += deviation * deviation * number;
        });
    return count == 0 ? 0 : Math.sqrt(squares[0] / count);
  }

  long min() {
    return times.isEmpty() ? 0 : TimeCounts.smallest(times.first());
  }
}
