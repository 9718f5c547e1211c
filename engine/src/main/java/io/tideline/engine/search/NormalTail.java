package io.tideline.engine.search;

/** The lower tail of the standard normal distribution, exact enough to take logarithms of it. */
final class NormalTail {
  private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double FAR = -4;
  private static final int FRACTIONS = 60;

  private NormalTail() {}

  /**
   * ln Phi(x). Above -4 by the series Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...)
   * (Marsaglia, "Evaluating the normal distribution", 2004), below by the continued fraction of the
   * tail, phi(x) / (t + 1/(t + 2/(t + 3/(t + ...)))) with t = -x (Abramowitz and Stegun, 26.2.14).
   */
  static double log(double x) {
    double logDensity = -0.5 * x * x - LOG_ROOT_TWO_PI;
    if (x < FAR) {
      return logDensity - Math.log(fraction(-x));
    }
    if (x > -FAR) {
      return Math.log1p(-Math.exp(log(-x)));
    }
    return Math.log(0.5 + Math.exp(logDensity) * series(x));
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return sum;
  }

  private static double fraction(double t) {
    double value = t;
    for (int k = FRACTIONS; k >= 1; k--) {
      value = t + k / value;
    }
    return value;
  }
}
