package io.tideline.engine.pilot;

import java.util.Arrays;

/**
 * How far two series rise together, whatever the shape: Spearman's rho.
 *
 * <pre>
 *   rho = covariance of the ranks / (their standard deviations), ties sharing the mean of their ranks
 *   of n unrelated pairs rho * sqrt(n - 1) is about standard normal
 * </pre>
 *
 * <p>C. Spearman, "The proof and measurement of association between two things", 1904.
 */
public final class RankCorrelation {
  private RankCorrelation() {}

  /** From -1 to 1; NaN when one of the two never changes. */
  public static double of(double[] a, double[] b) {
    double[] ranksA = ranks(a);
    double[] ranksB = ranks(b);
    double middle = (a.length + 1) / 2.0;
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (ranksA[i] - middle) * (ranksB[i] - middle);
      squaresA += (ranksA[i] - middle) * (ranksA[i] - middle);
      squaresB += (ranksB[i] - middle) * (ranksB[i] - middle);
    }
    return both / Math.sqrt(squaresA * squaresB);
  }

  /** Their ranks from 1 on, ties sharing the mean of theirs. */
  public static double[] ranks(double[] values) {
    return Arrays.stream(values).map(value -> rank(value, values)).toArray();
  }

  private static double rank(double value, double[] among) {
    long below = Arrays.stream(among).filter(other -> other < value).count();
    long same = Arrays.stream(among).filter(other -> other == value).count();
    return below + (same + 1) / 2.0;
  }
}
