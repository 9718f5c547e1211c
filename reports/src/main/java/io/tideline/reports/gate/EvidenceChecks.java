package io.tideline.reports.gate;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a verdict rests on an answer at all. Numbers that can be trusted are no answer: a run
 * that was held against no SLO, and compared with no baseline, proves nothing about its target.
 */
final class EvidenceChecks {
  /** Id of the check of a run that is to begin a history. */
  static final String BASELINE = "validity/baseline";

  /** Id of the check of a paired session that compares nothing. */
  static final String COMPARED = "validity/compared";

  private static final double MILLIS = 1e3;
  private static final long LEAST = 10;
  private static final String LIMIT = Gauge.Figure.LIMIT.key();
  private static final String ASKED = "validity/asked";
  private static final String SUCCEEDED = "validity/succeeded";

  private EvidenceChecks() {}

  /** What is wrong with {@code checks} as a whole; empty when one of them was answered. */
  static Optional<Check> of(Run run, List<Check> checks, BaselineRuns baseline) {
    boolean succeeded = run.pool(Scope.EVERYTHING).ok() > 0;
    double seconds = run.info().durationSeconds();
    boolean answered = checks.stream().anyMatch(check -> answers(check, seconds));
    if (answered && succeeded) {
      return Optional.empty();
    }
    boolean begins = baseline.asked() && baseline.count() < baseline.fewest();
    if (!succeeded && (answered || begins)) {
      return Optional.of(
          check(
              SUCCEEDED,
              0,
              1,
              "No request succeeded, and no SLO limits their errors: give for example --slo 'errors"
                  + " = 1 %', and look at the errors"));
    }
    return Optional.of(begins ? begins(baseline) : nothing(checks, seconds));
  }

  /**
   * The runs that a run was to be compared with.
   *
   * @param asked whether it was to be compared with any
   * @param count how many there are
   * @param fewest with which a comparison is possible
   */
  record BaselineRuns(boolean asked, int count, int fewest) {
    /** No comparison was asked for. */
    static final BaselineRuns NONE = new BaselineRuns(false, 0, 0);
  }

  /** Whether a check is one of these. */
  static boolean isOne(Check check) {
    return isOnQuestions(check) || check.id().equals(SUCCEEDED) || check.id().equals(COMPARED);
  }

  /** Whether all that {@code check} says is that nothing was asked. */
  static boolean isOnQuestions(Check check) {
    return check.id().equals(ASKED) || check.id().equals(BASELINE);
  }

  private static boolean answers(Check check, double seconds) {
    return check.kind() != Kind.VALIDITY
        && check.status() != Status.INSUFFICIENT
        && !isOfNextToNothing(check)
        && !cannotBeBroken(check, seconds);
  }

  /** Whether a comparison, or a promise on how faults are met, rests on next to no request. */
  private static boolean isOfNextToNothing(Check check) {
    return switch (check.kind()) {
      case REGRESSION -> !check.metric().equals(LIMIT) && check.samples() < LEAST;
      case RESILIENCE -> check.samples() == 0;
      default -> false;
    };
  }

  /**
   * Whether nothing that the target may have done breaks a promise: on a response time that no
   * request of a run this long can have had, or on a share of failures that is all of them, as
   * plans of earlier versions may have it.
   */
  private static boolean cannotBeBroken(Check check, double seconds) {
    Double limit = check.limit();
    boolean promise = check.kind() == Kind.SLO || check.kind() == Kind.RESILIENCE;
    if (!promise || check.status() != Status.PASS || limit == null) {
      return false;
    }
    boolean errors = check.metric().equals(Metric.ERRORS.key()) && limit >= 1;
    boolean time = check.isOnRequests() && check.unit().equals("ms");
    return errors || (time && limit >= seconds * MILLIS);
  }

  /** Of a paired session in which no figure is known of all its runs. */
  static Check notCompared() {
    return check(
        COMPARED,
        0,
        1,
        "Nothing was compared: no figure is known of all four runs of the session; look at the"
            + " errors of each, run longer, or at a higher rate");
  }

  private static Check begins(BaselineRuns baseline) {
    int number = baseline.count() + 1;
    return check(
        BASELINE,
        number,
        baseline.fewest(),
        "Baseline run "
            + number
            + " of "
            + baseline.fewest()
            + ": no SLO was given, and a comparison needs "
            + baseline.fewest()
            + " baseline runs before it. The run enters the history if its numbers can be trusted;"
            + " an SLO, such as --slo 'p95 = 300 ms, errors = 1 %', gives a verdict from the first"
            + " run on");
  }

  private static Check nothing(List<Check> checks, double seconds) {
    boolean unanswered = checks.stream().anyMatch(check -> check.kind() != Kind.VALIDITY);
    List<Check> idle = checks.stream().filter(check -> cannotBeBroken(check, seconds)).toList();
    return check(
        ASKED,
        0,
        1,
        !idle.isEmpty()
            ? "Nothing was asked that could fail: "
                + (idle.get(0).unit().equals("ms")
                    ? String.format(
                            Locale.ROOT,
                            "in a run of %.0f s no request can take longer than ",
                            seconds)
                        + Figures.millis(limit(idle.get(0)))
                    : "no more than 100 % of requests can fail")
                + "; promise less, for example --slo 'p95 = 300 ms, errors = 1 %'"
            : unanswered
                ? "Nothing was answered: no check had enough data; run longer, or at a higher rate"
                : "Nothing was asked: there is no SLO, and no baseline run to compare with; give for"
                    + " example --slo 'p95 = 300 ms, errors = 1 %', or --history FOLDER");
  }

  private static double limit(Check check) {
    return Objects.requireNonNull(check.limit());
  }

  private static Check check(String id, double value, double limit, String sentence) {
    return new Check(
        id,
        Kind.VALIDITY,
        Scope.EVERYTHING,
        id.substring(id.indexOf('/') + 1),
        value,
        limit,
        "",
        0,
        Status.INSUFFICIENT,
        sentence);
  }
}
