package io.tideline.reports.band;

import java.util.List;

/**
 * How much runs that follow each other resemble each other, and what that hides.
 *
 * <p>Eight runs in a row share a mood: they differ less among themselves than runs of different
 * weeks. With a correlation of {@code r^k} between runs that lie k apart, the variance of n of them
 * about their own mean is on average the share
 *
 * <pre>
 *   n/(n-1) * (1 - f/n)      f = 1 + 2 * sum over k = 1..n-1 of (1 - k/n) * r^k
 * </pre>
 *
 * of that of all runs; f is the factor that A. K. Hamed and A. R. Rao use for trends. The
 * correlation is estimated from the same runs, which come out too low by about {@code (1 + 4r)/n}
 * (F. H. C. Marriott and J. A. Pope, "Bias in the estimation of autocorrelations", 1954). Runs that
 * seem to alternate are taken to be independent: nothing is ever made smaller by this.
 */
final class SerialCorrelation {
  /** More is not believed of a few runs. */
  static final double MOST = 0.8;

  private static final double BIAS = 4;

  private SerialCorrelation() {}

  /**
   * The correlation of each value with the one before, 0 to {@link #MOST}.
   *
   * @param series in the order of time, longer than four
   */
  static double of(List<Double> series) {
    Moments moments = Moments.of(series);
    if (moments.squares() == 0) {
      return 0;
    }
    double products = 0;
    for (int i = 1; i < series.size(); i++) {
      products += (series.get(i - 1) - moments.mean()) * (series.get(i) - moments.mean());
    }
    double n = series.size();
    double seen = products / moments.squares();
    return Math.max(0, Math.min(MOST, (seen + 1 / n) / (1 - BIAS / n)));
  }

  /** The share of the variance that {@code count} values in a row show about their own mean. */
  static double shownVariance(double correlation, int count) {
    double factor = 1;
    for (int lag = 1; lag < count; lag++) {
      factor += 2 * (1 - (double) lag / count) * Math.pow(correlation, lag);
    }
    return (double) count / (count - 1) * (1 - factor / count);
  }
}
