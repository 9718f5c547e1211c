package io.tideline.engine.search;

import java.util.List;

/**
 * The log-likelihood of a target's limit, given what its steps came to.
 *
 * <pre>
 *   P(GOOD | L) = Phi((m - ln L) / s)
 *   l(m, s)     = sum of ln P over good steps + sum of ln (1 - P) over bad ones
 *                 - weight * 1/2 ((ln s - ln 0.03) / 0.7)^2
 * </pre>
 *
 * <p>The penalty says beforehand that the limit of one target differs from step to step by some 3
 * %, and hardly by less than 0.8 or more than 12. Without it a fit to a staircase that never
 * contradicts itself has s = 0.
 *
 * @param weight of the penalty: 1, or 0 for none
 */
record Likelihood(List<Trial> trials, double weight) {
  private static final double USUAL_LOG_SPREAD = Math.log(0.03);
  private static final double LOG_SPREAD_DEVIATION = 0.7;
  private static final double NARROWEST = Math.log(0.0005);
  private static final double WIDEST = Math.log(0.6);

  Likelihood {
    trials = List.copyOf(trials);
  }

  /**
   * The largest l over all s where the load at z spreads below m is given by its logarithm: its
   * value, and the ln s it is at.
   */
  Peak profile(double logLoad, double z) {
    return Peak.of(u -> at(logLoad + z * Math.exp(u), u), NARROWEST, WIDEST);
  }

  private double at(double m, double logSpread) {
    double spread = Math.exp(logSpread);
    double deviation = (logSpread - USUAL_LOG_SPREAD) / LOG_SPREAD_DEVIATION;
    double sum = -0.5 * weight * deviation * deviation;
    for (Trial trial : trials) {
      double x = (m - trial.logLoad()) / spread;
      sum += NormalTail.log(trial.good() ? x : -x);
    }
    return sum;
  }
}
