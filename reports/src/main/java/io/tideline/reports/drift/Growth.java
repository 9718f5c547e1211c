package io.tideline.reports.drift;

/**
 * Whether a series fits better to growth that comes to an end than to a straight line.
 *
 * <pre>
 *   line        a + c t                       3 parameters with the noise
 *   saturating  a + c (1 - exp(-t / tau))     4;  c > 0, tau of at most the series' own length
 *   AICc        n ln(RSS / n) + 2 k + 2 k (k + 1) / (n - k - 1)
 * </pre>
 *
 * <p>C. M. Hurvich and C.-L. Tsai, "Regression and time series model selection in small samples",
 * 1989. The saturating curve must win by 2, which is less than chance often gives it.
 */
final class Growth {
  private static final int TAUS = 40;
  private static final double SHORTEST = 0.05;
  private static final double MARGIN = 2;
  private static final int OF_LINE = 3;
  private static final int OF_CURVE = 4;

  private Growth() {}

  static boolean saturates(Blocks blocks) {
    int n = blocks.size();
    double span = blocks.span();
    if (n <= OF_CURVE + 1 || !(span > 0)) {
      return false;
    }
    double line = aicc(fit(blocks, t -> t), OF_LINE, n);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TAUS; i++) {
      double tau = span * SHORTEST * Math.pow(1 / SHORTEST, i / (TAUS - 1.0));
      best = Math.min(best, aicc(fit(blocks, t -> 1 - Math.exp(-t / tau)), OF_CURVE, n));
    }
    return best < line - MARGIN;
  }

  private interface Shape {
    double at(double hours);
  }

  /** Residual sum of squares of the least-squares fit; infinite where the shape would fall. */
  private static double fit(Blocks blocks, Shape shape) {
    int n = blocks.size();
    double meanX = 0;
    double meanY = 0;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = shape.at(blocks.hours()[i] - blocks.hours()[0]);
      meanX += x[i] / n;
      meanY += blocks.values()[i] / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      double y = blocks.values()[i] - meanY;
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * y;
      yy += y * y;
    }
    return xy > 0 ? Math.max(0, yy - xy * xy / xx) : Double.POSITIVE_INFINITY;
  }

  private static double aicc(double rss, int k, int n) {
    if (Double.isInfinite(rss)) {
      return Double.POSITIVE_INFINITY;
    }
    return n * Math.log(Math.max(rss, Double.MIN_NORMAL) / n)
        + 2 * k
        + 2.0 * k * (k + 1) / (n - k - 1);
  }
}
