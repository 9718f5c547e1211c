package io.tideline.reports.drift;

import java.util.Arrays;

/**
 * The slope of a series as the median of the slopes between all pairs, with its bounds.
 *
 * <pre>
 *   slopes sorted, N of them;  C = z * sqrt(Var(S)) of the Mann-Kendall statistic
 *   lower and upper bound, one-sided: the slopes of rank (N - C) / 2 and (N + C) / 2 + 1
 * </pre>
 *
 * <p>P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968.
 *
 * @param slope per hour
 * @param low its one-sided 99 % lower bound
 * @param high its one-sided 99 % upper bound
 * @param intercept of the line at hour 0: median of value - slope * hour
 */
record SenSlope(double slope, double low, double high, double intercept) {
  private static final double Z_99 = 2.3263;

  /**
   * The line through {@code blocks}.
   *
   * @param deviation standard deviation of the Mann-Kendall statistic
   */
  static SenSlope of(Blocks blocks, double deviation) {
    double[] slopes = slopes(blocks);
    double slope = Medians.ofSorted(slopes);
    int n = slopes.length;
    double c = Z_99 * deviation;
    int low = (int) Math.floor((n - c) / 2) - 1;
    int high = (int) Math.ceil((n + c) / 2);
    double[] left = new double[blocks.size()];
    for (int i = 0; i < left.length; i++) {
      left[i] = blocks.values()[i] - slope * blocks.hours()[i];
    }
    return new SenSlope(
        slope,
        low < 0 ? Double.NEGATIVE_INFINITY : slopes[low],
        high >= n ? Double.POSITIVE_INFINITY : slopes[high],
        Medians.of(left));
  }

  static double slope(Blocks blocks) {
    return Medians.ofSorted(slopes(blocks));
  }

  private static double[] slopes(Blocks blocks) {
    int n = blocks.size();
    double[] slopes = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[next++] =
            (blocks.values()[j] - blocks.values()[i]) / (blocks.hours()[j] - blocks.hours()[i]);
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /** What is left of each value when the line is taken away. */
  double[] residuals(Blocks blocks) {
    double[] residuals = new double[blocks.size()];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = blocks.values()[i] - at(blocks.hours()[i]);
    }
    return residuals;
  }

  double at(double hours) {
    return intercept + slope * hours;
  }
}
