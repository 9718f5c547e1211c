package io.tideline.reports.drift;

/** Student's t distribution, for whole degrees of freedom. */
final class StudentT {
  private static final double FARTHEST = 1_000;
  private static final int HALVINGS = 200;

  private StudentT() {}

  /** The value that a t of {@code nu} degrees of freedom is below with a probability above 1/2. */
  static double quantile(double probability, int nu) {
    double low = 0;
    double high = FARTHEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (below(middle, nu) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Probability of less than {@code t >= 0}, by the finite sums of M. Abramowitz and I. A. Stegun,
   * "Handbook of Mathematical Functions", 26.7.3 and 26.7.4.
   */
  static double below(double t, int nu) {
    double theta = Math.atan(t / Math.sqrt(nu));
    double cos2 = Math.cos(theta) * Math.cos(theta);
    boolean odd = nu % 2 == 1;
    double term = odd ? Math.cos(theta) : 1;
    double sum = nu == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k <= nu - 2; k += 2) {
      term *= cos2 * (k - 1) / k;
      sum += term;
    }
    double within = odd ? 2 / Math.PI * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
    return 0.5 + within / 2;
  }
}
