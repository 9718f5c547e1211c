package io.tideline.reports.bottleneck;

import io.tideline.engine.pilot.RankCorrelation;
import java.util.stream.IntStream;

/**
 * How two series over time move together.
 *
 * <pre>
 *   rho        Spearman's rank correlation of the pairs in which both are known
 *   effective  n (1 - a b) / (1 + a b), at most n: as many independent pairs say as much, where a and
 *              b are the lag-1 autocorrelations of the two series' ranks, 0 if they are negative
 *   beyond chance  |rho| sqrt(effective - 1) >= 2.5
 * </pre>
 *
 * <p>Neighbours in time are alike, so that two series which have nothing to do with each other
 * correlate far more often than n would suggest. G. V. Bayley, J. M. Hammersley, "The 'effective'
 * number of independent observations in an autocorrelated time series", 1946.
 *
 * @param rho from -1 to 1; NaN when one of the two never changes
 * @param blocks how many pairs
 * @param effective how many independent ones they are worth
 */
record Correlated(double rho, int blocks, double effective) {
  static final int FEWEST = 8;
  private static final double LEAST = 0.7;
  private static final double BEYOND_CHANCE = 2.5;
  private static final double STRONG = 0.8;
  private static final double VERY_STRONG = 0.9;

  static Correlated of(double[] a, double[] b) {
    int[] known =
        IntStream.range(0, Math.min(a.length, b.length))
            .filter(i -> !Double.isNaN(a[i]) && !Double.isNaN(b[i]))
            .toArray();
    double[] x = IntStream.of(known).mapToDouble(i -> a[i]).toArray();
    double[] y = IntStream.of(known).mapToDouble(i -> b[i]).toArray();
    int n = known.length;
    if (n < 2) {
      return new Correlated(Double.NaN, n, n);
    }
    double both = Math.max(0, lagOne(x)) * Math.max(0, lagOne(y));
    return new Correlated(RankCorrelation.of(x, y), n, n * (1 - both) / (1 + both));
  }

  /** Autocorrelation of the ranks from one to the next; 0 of what never changes. */
  private static double lagOne(double[] values) {
    double[] ranks = RankCorrelation.ranks(values);
    double middle = (ranks.length + 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < ranks.length; i++) {
      squares += (ranks[i] - middle) * (ranks[i] - middle);
      products += i == 0 ? 0 : (ranks[i] - middle) * (ranks[i - 1] - middle);
    }
    return squares == 0 ? 0 : products / squares;
  }

  /** Whether that is too much to be chance, and enough to be worth a look. */
  boolean holds() {
    return blocks >= FEWEST
        && Math.abs(rho) >= LEAST
        && Math.abs(rho) * Math.sqrt(Math.max(0, effective - 1)) >= BEYOND_CHANCE;
  }

  /** How strong it is, in a word. */
  String strength() {
    double size = Math.abs(rho);
    if (size >= VERY_STRONG) {
      return "very strong";
    }
    return size >= STRONG ? "strong" : size >= LEAST ? "clear" : "weak";
  }
}
