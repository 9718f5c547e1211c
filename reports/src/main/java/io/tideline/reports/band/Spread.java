package io.tideline.reports.band;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A standard deviation, and how well it is known.
 *
 * <p>A handful of runs says little about its own spread: that of three is off by half as a rule. So
 * it is moderated by what is known of the environment, which counts as {@code d0} runs more:
 *
 * <pre>
 *   s~^2 = (d0 * s0^2 + sum of squares) / nu        nu = d0 + degrees of freedom of the squares
 * </pre>
 *
 * (G. K. Smyth, "Linear models and empirical Bayes methods for assessing differential expression in
 * microarray experiments", 2004, section 3).
 *
 * @param deviation {@code s~}
 * @param freedom {@code nu}
 */
record Spread(double deviation, double freedom) {

  static Spread of(Noise noise, double priorFreedom, Moments... samples) {
    double squares = priorFreedom * noise.deviation() * noise.deviation();
    double freedom = priorFreedom;
    for (Moments sample : samples) {
      squares += sample.squares();
      freedom += sample.freedom();
    }
    return new Spread(Math.sqrt(squares / freedom), freedom);
  }

  /**
   * The distance that chance alone passes with a probability of {@code chance}.
   *
   * @param share variance of what is measured as a share of the variance of one run
   */
  double reach(double chance, double share) {
    return TDistribution.of(freedom).inverseSurvivalProbability(chance)
        * deviation
        * Math.sqrt(share);
  }

  /** The probability that chance alone passes {@code distance}; the inverse of {@link #reach}. */
  double chance(double distance, double share) {
    return TDistribution.of(freedom).survivalProbability(distance / (deviation * Math.sqrt(share)));
  }
}
