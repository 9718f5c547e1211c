package io.tideline.engine.search;

/**
 * The 95 % interval of the load at z spreads below the limit, g = m - z s, by profile likelihood
 * (Venzon and Moolgavkar, "A method for computing profile-likelihood-based confidence intervals",
 * 1988): all g for which the largest l over all s, with m = g + z s, is at most a certain drop
 * below the largest l of all. It is not symmetric as the delta method's would be: a long way below
 * the limit a few good steps say little.
 *
 * <p>Two things differ from the textbook, both found by simulation (docs/breaking-point.md). The
 * likelihood is the one without a penalty, since the penalty, which is there to make the estimate
 * steady, also makes it look surer than it is where the noise is not 3 %. And the drop is 2.66,
 * half the square of Student's t with 8 degrees of freedom, where chi-squared has 1.92: of the
 * steps of a search about ten are at loads where their outcome is in doubt.
 */
final class ProfileInterval {
  private static final double DROP = 2.66;
  private static final double FARTHEST = 1.5;
  private static final int HALVINGS = 16;

  private final Trials trials;
  private final Likelihood likelihood;

  ProfileInterval(Trials trials) {
    this.trials = trials;
    this.likelihood = new Likelihood(trials.all(), 0);
  }

  /** The interval for z; it always contains the estimate {@code logLoad}. */
  Interval around(double logLoad, double z) {
    Peak best = trials.highest(likelihood, z);
    double least = best.value() - DROP;
    double low = edge(z, best.at(), best.at() - FARTHEST, least);
    double high = edge(z, best.at(), best.at() + FARTHEST, least);
    return new Interval(Math.exp(Math.min(low, logLoad)), Math.exp(Math.max(high, logLoad)));
  }

  /** Where, on the way from a likely load to an unlikely one, the profile falls below a height. */
  private double edge(double z, double likely, double unlikely, double least) {
    double inside = likely;
    double outside = unlikely;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      if (likelihood.profile(middle, z).value() >= least) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return (inside + outside) / 2;
  }
}
