package io.tideline.reports.band;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The minimum detectable effect: the rise that a band finds with the wanted power, usually 80 %.
 *
 * <p>A rise of d is found when the screened run and the mean of the fresh ones both pass their
 * limits. Both are measured from the same mean of earlier runs, whose error e they share, so that
 *
 * <pre>
 *   power(d) = integral of phi(e / se) * Phi((d - e - screen) / s~) * Phi((d - e - confirm) * sqrt(m) / s~) de
 * </pre>
 *
 * with {@code se = s~ / sqrt(n)}. {@code s~} is taken for the true deviation.
 */
final class Detectable {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int HALVINGS = 40;
  private static final int STEPS = 60;
  private static final double FARTHEST = 5;
  private static final double LARGEST = 20;

  private final double deviation;
  private final double meanDeviation;
  private final double screen;
  private final double confirm;
  private final int fresh;

  private Detectable(Band band, double screenChance) {
    this.deviation = band.spread().deviation();
    this.meanDeviation = deviation * Math.sqrt(band.meanShare());
    this.screen = band.reach(screenChance);
    this.fresh = band.settings().runs().confirming();
    this.confirm = band.confirmReach(fresh);
  }

  /**
   * The rise, as a difference of logarithms.
   *
   * @param screenChance chance that the screen leaves to luck
   */
  static double of(Band band, double screenChance) {
    Detectable effect = new Detectable(band, screenChance);
    double power = band.settings().chances().power();
    double low = 0;
    double high = LARGEST * (effect.screen + effect.deviation);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (effect.power(middle) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability that a rise of {@code rise} is found; the midpoint rule over e. */
  private double power(double rise) {
    if (meanDeviation == 0) {
      return found(rise);
    }
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < STEPS; i++) {
      double e = FARTHEST * (2 * (i + 0.5) / STEPS - 1);
      double weight = Math.exp(-e * e / 2);
      sum += weight * found(rise - e * meanDeviation);
      weights += weight;
    }
    return sum / weights;
  }

  private double found(double above) {
    return NORMAL.cumulativeProbability((above - screen) / deviation)
        * NORMAL.cumulativeProbability((above - confirm) * Math.sqrt(fresh) / deviation);
  }
}
