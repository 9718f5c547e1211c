package io.tideline.reports.drift;

import java.util.Arrays;

/** The value in the middle, and how far values lie from it. */
final class Medians {
  private static final double OF_NORMAL = 1.4826;

  private Medians() {}

  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  static double ofSorted(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** 1.4826 times the median distance from the median: a standard deviation of normal values. */
  static double deviation(double[] values) {
    double middle = of(values);
    return OF_NORMAL * of(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
  }
}
