package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One question put to a run, and its answer.
 *
 * @param id names the question; the same in every run of a plan
 * @param kind what the question is about
 * @param scope the requests, or the phase, that it is about
 * @param metric what was measured
 * @param value what it came to; null when there was nothing to measure
 * @param limit what it is held against; null when there is no figure for it
 * @param unit of value and limit: {@code ms}, {@code share} or {@code requests}; empty without a
 *     figure
 * @param samples how many values the figure is made of
 * @param status the answer
 * @param sentence the answer for a reader: figure, limit, and unless it is PASS what would help
 */
public record Check(
    String id,
    Kind kind,
    Scope scope,
    String metric,
    @Nullable Double value,
    @Nullable Double limit,
    String unit,
    long samples,
    Status status,
    String sentence) {

  /** What a check is about. */
  public enum Kind {
    /** Whether the target keeps a promise. */
    SLO,
    /** Whether the run's numbers prove anything. */
    VALIDITY
  }

  /** The answer of a check. */
  public enum Status {
    /** It holds. */
    PASS,
    /** It does not. */
    FAIL,
    /** There is too little to tell; no pass. */
    INSUFFICIENT
  }

  /** Whether this answer makes the run's numbers prove nothing. */
  public boolean invalidates() {
    return status == Status.INSUFFICIENT || (kind == Kind.VALIDITY && status == Status.FAIL);
  }
}
