package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.soak.Trend;
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
 * @param unit of value and limit, such as {@code ms}, {@code share} or {@code requests/s}; empty
 *     without a figure
 * @param samples how many values the figure is made of
 * @param status the answer
 * @param sentence the answer for a reader: figure, limit, and unless it is PASS what would help
 * @param comparison the figure beside those of earlier runs; null when it is held against a limit
 *     alone, or there are too few of them
 * @param trend what became of the figure through the run; null when that was not the question
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
    String sentence,
    @Nullable Comparison comparison,
    @Nullable Trend trend) {

  /** A check that is no matter of a trend. */
  public Check(
      String id,
      Kind kind,
      Scope scope,
      String metric,
      @Nullable Double value,
      @Nullable Double limit,
      String unit,
      long samples,
      Status status,
      String sentence,
      @Nullable Comparison comparison) {
    this(id, kind, scope, metric, value, limit, unit, samples, status, sentence, comparison, null);
  }

  /** A check that is held against a limit alone. */
  public Check(
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
    this(id, kind, scope, metric, value, limit, unit, samples, status, sentence, null);
  }

  /** A check with this one's figures that stands for several of its kind. */
  Check standingFor(String other, Status answer, String said) {
    return new Check(
        other, kind, scope, metric, value, limit, unit, samples, answer, said, comparison);
  }

  /** What a check is about. */
  public enum Kind {
    /** Whether the target keeps a promise. */
    SLO,
    /** Whether the run's numbers prove anything. */
    VALIDITY,
    /** Whether the target has become worse than it was. */
    REGRESSION,
    /** Whether the target copes with faults. */
    RESILIENCE,
    /** Whether the target is at the end of a run what it was at its start. */
    DRIFT
  }

  /** The answer of a check. */
  public enum Status {
    /** It holds. */
    PASS,
    /** It does not. */
    FAIL,
    /** It does not seem to, but that is not confirmed; does not fail the run. */
    WARN,
    /** There is too little to tell; no pass. */
    INSUFFICIENT
  }

  /**
   * Whether this answer makes the run's numbers prove nothing. Too few earlier runs do not: the
   * first runs of a plan have none, and must be able to become the earlier ones of others.
   */
  public boolean invalidates() {
    return (status == Status.INSUFFICIENT && !isFirst() && !isOfOneJourney())
        || (kind == Kind.VALIDITY && status == Status.FAIL);
  }

  /** Whether it is about what a verdict can rest on, and not about how the run was recorded. */
  public boolean isOnEvidence() {
    return EvidenceChecks.isOne(this) || BaselineChecks.isOne(this) || SteeredCheck.isOne(this);
  }

  /** Whether all it says is that its run is a slice, part of a run. */
  public boolean isOnWholeness() {
    return id.equals(SliceRemarks.WHOLE);
  }

  /** Whether all it says is that a history begins with its run. */
  public boolean beginsHistory() {
    return id.equals(EvidenceChecks.BASELINE);
  }

  /** Whether all it says is how its baseline runs differ from it, or that there are too few. */
  boolean isOnBaseline() {
    return id.equals(EvidenceChecks.BASELINE) || BaselineChecks.isWarning(this);
  }

  /** Whether it is a promise on requests, and not on the target's caches or replicas. */
  public boolean isOnRequests() {
    return kind == Kind.SLO && !isOnCaches() && !isOnReplicas();
  }

  /** Whether it is a promise on the target's caches. */
  public boolean isOnCaches() {
    return id.startsWith("slo/caching/");
  }

  /** Whether it is a promise on the target's replicas. */
  public boolean isOnReplicas() {
    return id.startsWith("slo/scaling/");
  }

  /** What all requests tell stands for the trend of a journey with few of them. */
  private boolean isOfOneJourney() {
    return kind == Kind.DRIFT && scope.journey() != null;
  }

  private boolean isFirst() {
    return kind == Kind.REGRESSION && comparison == null;
  }
}
