package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import org.jspecify.annotations.Nullable;

/**
 * A question about how a run coped with its faults, on the way to a check.
 *
 * @param id names it, with the fault that it is about
 * @param metric what is measured
 * @param unit of value and limit
 * @param limit what it is held against; null when there is no figure for it
 */
record Question(String id, String metric, String unit, @Nullable Double limit) {
  private static final String VALIDITY = "validity/";

  /** A question without a figure. */
  static Question plain(String id, String metric) {
    return new Question(id, metric, "", null);
  }

  Check answer(@Nullable Double value, long samples, Status status, String sentence) {
    return answer(Scope.EVERYTHING, new Measured(value, samples), status, sentence);
  }

  Check answer(Scope scope, Measured measured, Status status, String sentence) {
    Kind kind = id.startsWith(VALIDITY) ? Kind.VALIDITY : Kind.RESILIENCE;
    return new Check(
        id, kind, scope, metric, measured.value, limit, unit, measured.samples, status, sentence);
  }

  /** What was measured, and of how many values. */
  record Measured(@Nullable Double value, long samples) {}
}
