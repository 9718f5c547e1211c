package io.tideline.reports.stats;

import io.tideline.engine.plan.Slo.Metric;

/**
 * The fewest values from which a metric can be told.
 *
 * <p>Of {@code n} independent values none lies above the true quantile {@code q} with a probability
 * of {@code q^n}; a 95 % interval with both ends needs that to be at most 2.5 %, so {@code n >=
 * ln(0.025) / ln(q)}: 72 for p95, 368 for p99, 3688 for p99.9 (David and Nagaraja, "Order
 * statistics", 2003, section 7.1).
 */
public final class SampleSize {
  private static final double TAIL = 0.025;

  private SampleSize() {}

  /** Fewest values for {@code metric}; 1 for what is no percentile. */
  public static long least(Metric metric) {
    double quantile = metric.quantile();
    return quantile > 0 && quantile < 1 ? least(quantile) : 1;
  }

  /** Fewest values for the quantile, a share between 0 and 1. */
  public static long least(double quantile) {
    return (long) Math.ceil(Math.log(TAIL) / Math.log(quantile));
  }
}
