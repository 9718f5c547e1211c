package io.tideline.reports.drift;

import java.util.Arrays;

/**
 * What earlier soaks of the same plan, all of them healthy, let expect of the next one.
 *
 * <pre>
 *   bound = max(0, mean(S_i)) + max(t[d0 + k - 1, .995] * s~ * sqrt(1 + 1/k), 0.2 % per hour)
 *   s~^2  = (d0 * s0^2 + (k - 1) * s^2) / (d0 + k - 1)      d0 = 4, s0 = 0.1 % per hour
 * </pre>
 *
 * <p>What falls less than it used to is no leak, so that a mean below 0 counts as 0. The level of 1
 * % is split over this and the rule without history.
 *
 * <p>The variance of a few is moderated by what such slopes usually vary by, as in G. K. Smyth,
 * "Linear models and empirical Bayes methods", 2004.
 *
 * @param slopes of them per hour, as shares of their floors
 */
public record EarlierSoaks(double[] slopes) {
  /** None. */
  public static final EarlierSoaks NONE = new EarlierSoaks(new double[0]);

  private static final int LEAST = 3;
  private static final int PRIOR_DEGREES = 4;
  private static final double PRIOR_DEVIATION = 0.001;
  private static final double LEAST_MORE = 0.002;
  private static final double PROBABILITY = 0.995;

  /** Whether there are enough of them. */
  public boolean suffice() {
    return slopes.length >= LEAST;
  }

  /** The most growth per hour that is usual. */
  public double bound() {
    double more = StudentT.quantile(PROBABILITY, degrees()) * deviation();
    return mean() + Math.max(more, LEAST_MORE);
  }

  /** Probability that a healthy soak grows by so large a share per hour. */
  double p(double share) {
    double t = (share - mean()) / deviation();
    return t > 0 ? 1 - StudentT.below(t, degrees()) : 1;
  }

  private double mean() {
    return Math.max(0, Arrays.stream(slopes).average().orElse(0));
  }

  private int degrees() {
    return PRIOR_DEGREES + slopes.length - 1;
  }

  /** Of the next soak's slope from the mean. */
  private double deviation() {
    int k = slopes.length;
    double mean = Arrays.stream(slopes).average().orElse(0);
    double squares = Arrays.stream(slopes).map(s -> (s - mean) * (s - mean)).sum();
    double own =
        Math.sqrt((PRIOR_DEGREES * PRIOR_DEVIATION * PRIOR_DEVIATION + squares) / degrees());
    return own * Math.sqrt(1 + 1.0 / k);
  }
}
