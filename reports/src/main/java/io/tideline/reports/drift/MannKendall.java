package io.tideline.reports.drift;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a series rises more often than it falls, in spite of values that hang together.
 *
 * <pre>
 *   S      = sum over i &lt; j of sign(b_j - b_i)
 *   Var(S) = (n(n-1)(2n+5) - sum over ties t(t-1)(2t+5)) / 18 * f
 *   f      = max(1, 1 + 2 / (n(n-1)(n-2)) * sum over lags k &lt;= n/4 of (n-k)(n-k-1)(n-k-2) r_k)
 *   r_k    = autocorrelation of the ranks of the series without its Sen line
 *   p      = upper tail of the normal at (S - 1) / sqrt(Var(S))
 * </pre>
 *
 * <p>K. H. Hamed and A. R. Rao, "A modified Mann-Kendall trend test for autocorrelated data", 1998.
 * They take significant r_k only; here all of them count with their signs, up to a quarter.
 *
 * @param statistic S
 * @param deviation square root of Var(S)
 */
record MannKendall(double statistic, double deviation) {
  private static final int LAGS = 4;

  static MannKendall of(Blocks blocks) {
    double[] values = blocks.values();
    int n = values.length;
    double s = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Math.signum(values[j] - values[i]);
      }
    }
    double variance = ((double) n * (n - 1) * (2 * n + 5) - ties(values)) / 18;
    return new MannKendall(s, Math.sqrt(Math.max(1, variance * factor(blocks))));
  }

  private static double ties(double[] values) {
    Map<Double, Long> counts =
        Arrays.stream(values)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.values().stream().mapToDouble(t -> t * (t - 1.0) * (2.0 * t + 5)).sum();
  }

  private static double factor(Blocks blocks) {
    int n = blocks.size();
    double slope = SenSlope.slope(blocks);
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = blocks.values()[i] - slope * blocks.hours()[i];
    }
    double[] ranks = ranks(left);
    double sum = 0;
    for (int k = 1; k <= n / LAGS; k++) {
      sum += (double) (n - k) * (n - k - 1) * (n - k - 2) * autocorrelation(ranks, k);
    }
    return Math.max(1, 1 + 2 * sum / ((double) n * (n - 1) * (n - 2)));
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double own = values[i];
      double below = Arrays.stream(values).filter(other -> other < own).count();
      double same = Arrays.stream(values).filter(other -> other == own).count();
      ranks[i] = below + (same + 1) / 2;
    }
    return ranks;
  }

  private static double autocorrelation(double[] ranks, int lag) {
    double mean = (ranks.length + 1) / 2.0;
    double both = 0;
    double squares = 0;
    for (int i = 0; i < ranks.length; i++) {
      squares += (ranks[i] - mean) * (ranks[i] - mean);
      if (i + lag < ranks.length) {
        both += (ranks[i] - mean) * (ranks[i + lag] - mean);
      }
    }
    return squares > 0 ? both / squares : 0;
  }

  /** Probability of so much rise in a series that does not rise; 1 when it falls. */
  double p() {
    return statistic <= 0 ? 1 : Normal.upperTail((statistic - 1) / deviation);
  }
}
