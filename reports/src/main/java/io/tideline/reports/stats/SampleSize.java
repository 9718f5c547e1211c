package io.tideline.reports.stats;

import io.tideline.engine.plan.Slo.Metric;

/** The fewest values from which a metric can be told; {@link Metric#leastValues()} says why. */
public final class SampleSize {
  private SampleSize() {}

  /** Fewest values for {@code metric}; 1 for what is no percentile. */
  public static long least(Metric metric) {
    return metric.leastValues();
  }
}
