package io.tideline.reports.drift;

/** The standard normal distribution. */
final class Normal {
  private static final double P = 0.2316419;
  private static final double[] B = {
    0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
  };

  private Normal() {}

  /**
   * Probability of more than {@code z}, to within 1e-7: M. Abramowitz and I. A. Stegun, "Handbook
   * of Mathematical Functions", 26.2.17.
   */
  static double upperTail(double z) {
    if (z < 0) {
      return 1 - upperTail(-z);
    }
    double t = 1 / (1 + P * z);
    double sum = 0;
    for (int i = B.length - 1; i >= 0; i--) {
      sum = (sum + B[i]) * t;
    }
    return sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
