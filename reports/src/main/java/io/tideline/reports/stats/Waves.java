package io.tideline.reports.stats;

import java.util.Arrays;

/**
 * How strongly a series moves at each of its slowest rates. Wave {@code j} is a cosine with {@code
 * j} half turns over the series (the discrete cosine transform of type II); a wave's power is the
 * square of what the series has of it. Of independent values each wave has the same power on
 * average, that of their sum: so the slowest waves tell the variance of the sum, and of its mean
 * (E. Lazarus, D. J. Lewis, J. H. Stock and M. W. Watson, "HAR Inference: Recommendations for
 * Practice", 2018; P. Heidelberger and P. D. Welch, "A spectral method for confidence interval
 * generation and run length control in simulations", 1981). What recurs on a schedule has power at
 * its own rate and the multiples of it, and none at the slow ones.
 */
final class Waves {
  /** Of the powers that {@link #level} takes, the share that it keeps: not the strongest. */
  private static final double KEPT = 0.9;

  /**
   * Mean of the lowest 90 % of the squares of normal values: {@code 1 - 2 z phi(z) / .9} with
   * {@code z} the quantile at .95.
   */
  private static final double MEAN_OF_KEPT = 0.6230;

  /** The power of wave j at j - 1. */
  private final double[] powers;

  private Waves(double[] powers) {
    this.powers = powers;
  }

  /** The first {@code most} waves of a series, or as many as it has. */
  static Waves of(double[] series, int most) {
    int length = series.length;
    int waves = Math.max(0, Math.min(most, length - 1));
    double[] cosines = cosines(length);
    double[] powers = new double[waves];
    for (int wave = 1; wave <= waves; wave++) {
      double sum = 0;
      int turn = wave;
      for (double value : series) {
        sum += value * cosines[turn];
        turn = (turn + 2 * wave) % cosines.length;
      }
      powers[wave - 1] = 2 * sum * sum;
    }
    return new Waves(powers);
  }

  /** A whole turn in four steps for each value: cos(pi * k / (2 * length)). */
  private static double[] cosines(int length) {
    double[] cosines = new double[Math.max(1, 4 * length)];
    Arrays.setAll(cosines, k -> Math.cos(Math.PI * k / (2 * length)));
    return cosines;
  }

  int count() {
    return powers.length;
  }

  /** The mean power of the waves from {@code first} to {@code last}, as far as there are any. */
  double mean(int first, int last) {
    return Arrays.stream(powers, first - 1, Math.min(last, powers.length)).average().orElse(0);
  }

  /** The same by the weights {@code 1 / (1 + (j / corner)^2)}, from the slowest wave on. */
  double slow(double corner, int last) {
    double sum = 0;
    double weights = 0;
    for (int wave = 1; wave <= Math.min(last, powers.length); wave++) {
      double weight = 1 / (1 + (wave / corner) * (wave / corner));
      sum += weight * powers[wave - 1];
      weights += weight;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  /**
   * The mean power of the waves from {@code first} to {@code last} as the lower 90 % of them have
   * it: what recurs on a schedule makes few waves very strong.
   */
  double level(int first, int last) {
    double[] sorted = Arrays.copyOfRange(powers, first - 1, Math.min(last, powers.length));
    Arrays.sort(sorted);
    int kept = (int) Math.ceil(KEPT * sorted.length);
    return Arrays.stream(sorted, 0, kept).average().orElse(0) / MEAN_OF_KEPT;
  }
}
