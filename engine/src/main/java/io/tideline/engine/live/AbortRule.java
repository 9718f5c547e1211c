package io.tideline.engine.live;

import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import java.time.Duration;

/**
 * An SLO that stops the run once it has been broken for a while.
 *
 * @param slo which requests, what of them, and the limit
 * @param window how long it must have been broken, at least a second
 * @param least fewest requests in the window, so that one early error stops nothing
 */
public record AbortRule(Slo slo, Duration window, long least) {
  private static final long LEAST = 20;

  public AbortRule {
    if (window.toSeconds() < 1) {
      throw new IllegalArgumentException("a window of " + window + ": at least a second");
    }
  }

  /** With 20 requests at least, or as many as leave two above the percentile. */
  public static AbortRule of(Slo slo, Duration window) {
    double quantile = slo.metric().quantile();
    boolean percentile = slo.metric() != Metric.MAX && quantile > 0;
    long above = percentile ? Math.round(2 / (1 - quantile)) : 0;
    return new AbortRule(slo, window, Math.max(LEAST, above));
  }

  int seconds() {
    return Math.toIntExact(window.toSeconds());
  }
}
