package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a scope in two places: before, and now.
 *
 * @param metric what is compared; latencies count from the intended start
 * @param before of the earlier runs, or of the first of two; null when it cannot be told
 * @param now null when it cannot be told
 * @param low the least of the earlier runs
 * @param high the most of them
 */
record Change(
    Scope scope,
    Metric metric,
    @Nullable Double before,
    @Nullable Double now,
    @Nullable Double low,
    @Nullable Double high) {

  /** Now over before; null when either is unknown or nothing. */
  @Nullable Double ratio() {
    return before == null || now == null || before <= 0 || now <= 0
        ? null
        : (Double) (now / before);
  }

  /** How large it is, whatever its direction: |ln ratio|; 0 when it cannot be told. */
  double size() {
    Double ratio = ratio();
    return ratio == null ? 0 : Math.abs(Math.log(ratio));
  }

  /** Whether the figure lies outside of what the earlier runs had. */
  boolean leavesRange() {
    return now != null && low != null && high != null && (now < low || now > high);
  }
}
