package io.tideline.reports.gate;

/** The binomial distribution. */
final class Binomial {
  private Binomial() {}

  /**
   * Probability of at least {@code k} successes in {@code n} trials of probability {@code p}: one
   * less the sum of {@code C(n,i) p^i (1-p)^(n-i)} over i below k, each term from the one before.
   */
  static double atLeast(long k, long n, double p) {
    if (k <= 0) {
      return 1;
    }
    if (p <= 0) {
      return 0;
    }
    double term = Math.exp(n * Math.log1p(-p));
    double below = 0;
    for (long i = 0; i < k && term > 0; i++) {
      below += term;
      term *= (double) (n - i) / (i + 1) * p / (1 - p);
    }
    return Math.max(0, 1 - below);
  }
}
