package io.tideline.engine.live;

import io.tideline.engine.plan.Slo;

/**
 * How an SLO stands over the measured part of a run so far.
 *
 * @param slo which
 * @param value of its metric so far; NaN while there is none
 * @param total requests that count
 * @param bad those of them that use up its budget: failed ones, or for a percentile slower ones
 *     than its limit
 * @param burnt share of the budget of the whole run that is used up: at 1 the SLO cannot be kept
 *     any more, if the rest of the run brings as many requests as planned; NaN for an SLO without a
 *     budget or before anything is known
 */
public record SloState(Slo slo, double value, long total, long bad, double burnt) {

  /** Whether it holds so far, {@code ok} or {@code broken}; {@code unknown} with too few values. */
  public String word() {
    if (total < Math.max(1, slo.metric().leastValues())) {
      return "unknown";
    }
    boolean broken = !(value <= slo.limit());
    return broken ? "broken" : total < slo.leastValues() ? "unknown" : "ok";
  }

  /** Which requests it is about and what of them, such as {@code Browse timeline / Open: p95}. */
  public String name() {
    return slo.scope() + ": " + slo.metric().key();
  }

  /**
   * Share of the requests that may be bad: the limit for errors, what is left above a percentile;
   * NaN where there is no such share.
   */
  public static double budget(Slo slo) {
    return switch (slo.metric()) {
      case ERRORS -> slo.limit();
      case MEAN, MAX -> Double.NaN;
      default -> 1 - slo.metric().quantile();
    };
  }
}
