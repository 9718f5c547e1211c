package io.tideline.engine.search;

import java.util.Arrays;
import java.util.List;

/**
 * The median of the slopes between all pairs of values at equal distances (Sen, "Estimates of the
 * regression coefficient based on Kendall's tau", 1968): up to 29 % of the values may be anything
 * without moving it far.
 */
final class SenSlope {
  private SenSlope() {}

  /** Change per interval; 0 for fewer than two values. */
  static double of(List<Integer> values) {
    int n = values.size();
    double[] slopes = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[pair++] = (double) (values.get(j) - values.get(i)) / (j - i);
      }
    }
    return median(slopes);
  }

  static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
