package io.tideline.reports.drift;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What of a series follows the load, so that it can be taken away and the rest be compared as if
 * the load had been equal throughout.
 *
 * <pre>
 *   value = a + c t + b1 x + b2 x^2      by least squares; t hours, x load of the block over its mean
 *   without x, with x, with both: whichever has the least AICc, one with x by 2 at least
 *   the rest = value - b1 (x - mean x) - b2 (x^2 - mean x^2)
 *   entangled  R^2 of t on x and x^2 above 0.8: load and time rose together, nothing can tell them
 *              apart
 * </pre>
 *
 * <p>The line is in the fit so that growth is not taken for an effect of the load. A load that
 * varies by less than a tenth of its mean has none.
 */
final class LoadEffect {
  private static final double VARIES = 0.1;
  private static final double ENTANGLED = 0.8;
  private static final double MARGIN = 2;
  private static final int LEAST_BLOCKS = 8;

  private final double[] hours;
  private final double[] loads;

  private LoadEffect(double[] hours, double[] loads) {
    this.hours = hours;
    double mean = Arrays.stream(loads).average().orElse(1);
    this.loads = Arrays.stream(loads).map(load -> load / mean).toArray();
  }

  /**
   * Of blocks at {@code hours} with {@code loads}; null when the load hardly varies, or nothing
   * tells it.
   */
  static @Nullable LoadEffect of(double[] hours, double[] loads) {
    double mean = Arrays.stream(loads).average().orElse(0);
    double most = Arrays.stream(loads).max().orElse(0);
    double least = Arrays.stream(loads).min().orElse(0);
    boolean varies = most - least > VARIES * mean && mean > 0;
    return varies && hours.length >= LEAST_BLOCKS ? new LoadEffect(hours, loads) : null;
  }

  /** Whether load and time rose together. */
  boolean isEntangled() {
    double[] squares = squares();
    LeastSquares fit = LeastSquares.of(hours, loads, squares);
    double mean = Arrays.stream(hours).average().orElse(0);
    double all = Arrays.stream(hours).map(t -> (t - mean) * (t - mean)).sum();
    return fit.residualSquares() < (1 - ENTANGLED) * all;
  }

  /** The same blocks as if the load had been equal throughout. */
  Blocks takenFrom(Blocks blocks) {
    double[] values = blocks.values();
    double[] squares = squares();
    LeastSquares line = LeastSquares.of(values, hours);
    LeastSquares linear = LeastSquares.of(values, hours, loads);
    LeastSquares curved = LeastSquares.of(values, hours, loads, squares);
    LeastSquares best = linear.aicc() <= curved.aicc() ? linear : curved;
    if (best.aicc() > line.aicc() - MARGIN) {
      return blocks;
    }
    double[] rest = values.clone();
    takeAway(rest, best.coefficient(1), loads);
    if (best == curved) {
      takeAway(rest, best.coefficient(2), squares);
    }
    return new Blocks(blocks.hours(), rest);
  }

  private static void takeAway(double[] values, double coefficient, double[] regressor) {
    double mean = Arrays.stream(regressor).average().orElse(0);
    for (int i = 0; i < values.length; i++) {
      values[i] -= coefficient * (regressor[i] - mean);
    }
  }

  private double[] squares() {
    return Arrays.stream(loads).map(x -> x * x).toArray();
  }
}
