package io.tideline.engine.live;

import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import java.util.Locale;

/**
 * Why a run is to be stopped.
 *
 * @param rule the one that was broken
 * @param during the window it was broken for
 * @param value over that window
 * @param count requests it is made of
 */
public record Abort(AbortRule rule, Seconds during, double value, long count) {
  private static final double PERCENT = 100;

  /** Where, what, how long, and the limit. */
  public String sentence() {
    Slo slo = rule.slo();
    return String.format(
        Locale.ROOT,
        "%s: %s %s for %d s (second %d to %d, %d requests), at most %s allowed",
        slo.scope(),
        slo.metric().key(),
        shown(slo.metric(), value),
        during.length(),
        during.from(),
        during.to(),
        count,
        shown(slo.metric(), slo.limit()));
  }

  private static String shown(Metric metric, double value) {
    return metric == Metric.ERRORS
        ? String.format(Locale.ROOT, "%.1f %%", value * PERCENT)
        : String.format(Locale.ROOT, "%.0f ms", value);
  }
}
