package io.tideline.engine.search;

import java.util.List;

/**
 * Where good steps turn into bad ones: the m and s that make the penalised {@link Likelihood}
 * largest, and the loads that follow from them, exp(m) and exp(m - 0.994 s), as Phi(0.994) = 0.84.
 */
final class ProbitFit {
  /** Phi(Z84) = 0.84. */
  static final double Z84 = 0.994457883209753;

  private final Trials trials;
  private final double logLimit;
  private final double spread;

  /**
   * @param trials at least one good and one bad
   */
  ProbitFit(List<Trial> trials) {
    this.trials = new Trials(trials);
    Likelihood likelihood = new Likelihood(trials, 1);
    logLimit = this.trials.highest(likelihood, 0).at();
    spread = Math.exp(likelihood.profile(logLimit, 0).at());
  }

  /** The load held by 84 % of steps, as a logarithm. */
  double logLoad() {
    return logLimit - Z84 * spread;
  }

  Estimate estimate() {
    ProfileInterval intervals = new ProfileInterval(trials);
    return new Estimate(
        Math.exp(logLoad()),
        intervals.around(logLoad(), Z84),
        Math.exp(logLimit),
        intervals.around(logLimit, 0),
        spread);
  }
}
