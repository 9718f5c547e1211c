package io.tideline.reports.drift;

import java.util.Arrays;
import java.util.List;
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
  private static final double DOUBT = 12;
  private static final double BENT = 10;
  private static final double[] TAUS = {0.1, 0.2, 0.35, 0.6};
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

  /**
   * Whether a way to follow the load late accounts for the blocks about as well as the load of the
   * moment with a line in time.
   */
  boolean mayFollow(Blocks blocks, List<double[]> followers) {
    return best(blocks, followers).aicc() < growing(blocks) + DOUBT;
  }

  private double growing(Blocks blocks) {
    double[] values = blocks.values();
    return Math.min(
        LeastSquares.of(values, hours).aicc(),
        Math.min(
            LeastSquares.of(values, hours, loads).aicc(),
            LeastSquares.of(values, hours, loads, squares()).aicc()));
  }

  private record Follower(double[] regressor, double coefficient, double aicc) {}

  private Follower best(Blocks blocks, List<double[]> followers) {
    Follower best = new Follower(loads, 0, Double.POSITIVE_INFINITY);
    for (double[] follower : followers) {
      LeastSquares fit = LeastSquares.of(blocks.values(), follower);
      if (fit.coefficient(0) > 0 && fit.aicc() < best.aicc()) {
        best = new Follower(follower, fit.coefficient(0), fit.aicc());
      }
    }
    return best;
  }

  /** As below, where what follows the load late is taken away if nothing that grows fits better. */
  Blocks takenFrom(Blocks blocks, List<double[]> followers) {
    Follower best = best(blocks, followers);
    if (best.aicc() > growing(blocks) - MARGIN) {
      return takenFrom(blocks);
    }
    double[] rest = blocks.values().clone();
    takeAway(rest, best.coefficient(), best.regressor());
    return new Blocks(blocks.hours(), rest);
  }

  /**
   * The same blocks as if the load had been equal throughout. Time is in the fit as a line, or as
   * growth that slows down where that fits better, so that its bend is not taken for the load's.
   */
  Blocks takenFrom(Blocks blocks) {
    double[] values = blocks.values();
    double[] squares = squares();
    double[] time = timeShape(values, squares);
    LeastSquares line = LeastSquares.of(values, time);
    LeastSquares linear = LeastSquares.of(values, time, loads);
    LeastSquares curved = LeastSquares.of(values, time, loads, squares);
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

  private double[] timeShape(double[] values, double[] squares) {
    double[] best = hours;
    double least = fit(values, hours, squares) - BENT;
    double span = hours[hours.length - 1] - hours[0];
    for (double share : TAUS) {
      double[] slowing =
          Arrays.stream(hours).map(t -> -Math.exp(-(t - hours[0]) / (share * span))).toArray();
      double aicc = fit(values, slowing, squares);
      if (aicc < least) {
        least = aicc;
        best = slowing;
      }
    }
    return best;
  }

  private double fit(double[] values, double[] time, double[] squares) {
    return Math.min(
        LeastSquares.of(values, time, loads).aicc(),
        LeastSquares.of(values, time, loads, squares).aicc());
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
