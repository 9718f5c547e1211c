package io.tideline.reports.drift;

/**
 * Evidence of regression models whose noise is an autoregressive process of first order, with
 * everything but the correlation integrated out.
 *
 * <pre>
 *   y = X b + e;  e of variance s^2, correlation phi^d of blocks d apart
 *   log evidence(phi) = -log|R|/2 - log|X' R^-1 X|/2 - (n-1)/2 log RSS + (k-1) log(sqrt(2 pi) / A)
 *                       + log Phi(c / se c)   for a last coefficient that must be positive
 *   prior: flat in the constant, 1/s in the noise, 1/A per s in each rise, whose regressor spans 1
 * </pre>
 *
 * <p>A. Zellner, "An Introduction to Bayesian Inference in Econometrics", 1971, chapter 4.
 */
final class NoiseModel {
  private static final double WIDTH = 20;
  private static final double NOTHING = 1e-12;

  private final double[] values;
  private final double[] gaps;
  private final double least;

  /**
   * @param gaps distance of each value from the one before it, in blocks
   */
  NoiseModel(double[] values, double[] gaps) {
    this.values = values;
    this.gaps = gaps;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double floor = 1e-3 * (high - low);
    this.least = values.length * floor * floor;
  }

  /** Values and regressors without what neighbours have in common. */
  final class Whitened {
    private final double phi;
    private final double logDet;
    private final double[] y;
    private final double[] one;

    Whitened(double phi) {
      this.phi = phi;
      double sum = 0;
      for (int i = 1; i < gaps.length; i++) {
        sum += Math.log(1 - Math.pow(phi, 2 * gaps[i]));
      }
      this.logDet = sum;
      this.y = whiten(values);
      double[] ones = new double[values.length];
      java.util.Arrays.fill(ones, 1);
      this.one = whiten(ones);
    }

    private double[] whiten(double[] series) {
      double[] white = new double[series.length];
      white[0] = series[0];
      for (int i = 1; i < series.length; i++) {
        double kept = phi == 0 ? 0 : Math.pow(phi, gaps[i]);
        white[i] = (series[i] - kept * series[i - 1]) / Math.sqrt(1 - kept * kept);
      }
      return white;
    }

    /** Log evidence of the constant and {@code shapes}, the last of which has a sign to have. */
    double evidence(int sign, double[]... shapes) {
      int k = shapes.length + 1;
      double[][] x = new double[k][];
      x[0] = one;
      for (int i = 1; i < k; i++) {
        x[i] = whiten(shapes[i - 1]);
      }
      double[] left = y.clone();
      double[] coefficients = new double[k];
      double[] norms = new double[k];
      double logGram = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < i; j++) {
          double share = product(x[i], x[j]) / norms[j];
          for (int n = 0; n < left.length; n++) {
            x[i][n] -= share * x[j][n];
          }
        }
        norms[i] = Math.max(NOTHING, product(x[i], x[i]));
        coefficients[i] = product(x[i], left) / norms[i];
        for (int n = 0; n < left.length; n++) {
          left[n] -= coefficients[i] * x[i][n];
        }
        logGram += Math.log(norms[i]);
      }
      int n = left.length;
      double rss = product(left, left) + least;
      double log =
          -logDet / 2
              - logGram / 2
              - (n - 1) / 2.0 * Math.log(rss)
              + (k - 1) * Math.log(Math.sqrt(2 * Math.PI) / WIDTH);
      if (k > 1) {
        double z = sign * coefficients[k - 1] * Math.sqrt(norms[k - 1] * (n - k) / rss);
        log += Math.log(Math.max(Double.MIN_NORMAL, 1 - Normal.upperTail(z)));
      }
      return log;
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
