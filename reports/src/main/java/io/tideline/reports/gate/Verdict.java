package io.tideline.reports.gate;

import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a run.
 *
 * @param result in one word
 * @param reasons why, one sentence each; what makes the run invalid stands before what failed
 * @param checks every question that was put, those on validity first
 * @param unknown what would say whether the numbers can be trusted, and was not recorded; a clause
 *     each
 * @param lasting the lasting shift that its regressions belong to; null without
 */
public record Verdict(
    Result result,
    List<String> reasons,
    List<Check> checks,
    List<String> unknown,
    @Nullable LastingShift lasting) {

  public Verdict {
    reasons = List.copyOf(reasons);
    checks = List.copyOf(checks);
    unknown = List.copyOf(unknown);
  }

  /** A verdict on a run that was recorded whole. */
  public Verdict(Result result, List<String> reasons, List<Check> checks) {
    this(result, reasons, checks, List.of(), null);
  }

  /** The verdict in one word. INVALID outweighs FAIL, and FAIL outweighs PASS. */
  public enum Result {
    /** Everything promised holds. */
    PASS(0),
    /** The target does not keep what was promised. */
    FAIL(1),
    /** The numbers prove nothing. */
    INVALID(2);

    private final int exitCode;

    Result(int exitCode) {
      this.exitCode = exitCode;
    }

    /** What {@code tideline.jar} exits with. */
    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * What is suspected but not confirmed, one sentence each. A warning is no reason to stop anybody:
   * of unchanged code about one key figure in twenty is above its band.
   */
  public List<String> warnings() {
    return checks.stream()
        .filter(check -> check.status() == Status.WARN)
        .map(Check::sentence)
        .toList();
  }

  /** Whether fresh runs of the same build would tell if it has become slower. */
  public boolean asksToConfirm() {
    return suspicion() != null;
  }

  /** The suspicion of a regression that nothing has confirmed; null without. */
  public @Nullable Suspicion suspicion() {
    return Suspicion.of(checks);
  }

  /** The result in words: a PASS that leaves something open says so. */
  public String headline() {
    if (result != Result.PASS || warnings().isEmpty()) {
      return result.name();
    }
    return suspicion() != null ? "PASS, with an unconfirmed suspicion" : "PASS, with warnings";
  }

  /** This verdict with what is not known of the run. */
  Verdict withUnknown(List<String> clauses) {
    return new Verdict(result, reasons, checks, clauses, lasting);
  }

  /** This verdict with its regressions told as the one finding that they are. */
  Verdict withLasting(@Nullable LastingShift shift) {
    if (shift == null || result != Result.FAIL) {
      return this;
    }
    Set<String> told =
        checks.stream().filter(shift::covers).map(Check::sentence).collect(Collectors.toSet());
    Stream<String> others = reasons.stream().filter(reason -> !told.contains(reason));
    return new Verdict(
        result,
        Stream.concat(Stream.of(shift.sentence()), others).toList(),
        checks,
        unknown,
        shift);
  }

  /**
   * Whether the run may become one of the earlier runs of others: its numbers can be trusted, it
   * keeps its promises. That there were too few earlier runs for itself, or too much noise, is in
   * nobody's way, and without an SLO no reason to keep a history from beginning; nor is a suspicion
   * that nothing confirmed, with which it enters marked.
   */
  public boolean isFitForHistory() {
    return checks.stream()
        .allMatch(
            check ->
                check.status() == Status.PASS
                    || Suspicion.isOpen(check)
                    || check.isOnBaseline()
                    || (check.status() == Status.WARN
                        && check.kind() == Check.Kind.VALIDITY
                        && !check.id().startsWith(SliceRemarks.PREFIX)
                        && !SteeredCheck.isOne(check))
                    || (check.status() == Status.INSUFFICIENT
                        && (check.kind() == Check.Kind.REGRESSION || !check.invalidates())));
  }

  /** Whether it is INVALID for no other reason than that nothing was asked of the run. */
  public boolean lacksOnlyQuestions() {
    return reasons.size() == 1
        && checks.stream().filter(Check::invalidates).allMatch(EvidenceChecks::isOnQuestions);
  }

  /** The verdict on a run that an SLO ended: too few values for another check are no excuse. */
  static Verdict ofAborted(List<Check> checks) {
    Verdict verdict =
        of(checks.stream().filter(check -> check.status() != Status.INSUFFICIENT).toList());
    return new Verdict(verdict.result, verdict.reasons, checks);
  }

  /**
   * The verdict on {@code checks}. Where a promise on errors is broken, too few values for another
   * check are no reason to believe nothing: it is the failures that took them away. And where
   * anything fails, nobody minds that another figure could not be compared as closely as was asked,
   * or that nothing is known of its trend.
   */
  static Verdict of(List<Check> checks) {
    boolean targetFails = checks.stream().anyMatch(Verdict::isBrokenErrorPromise);
    List<String> failed =
        checks.stream()
            .filter(check -> check.status() == Status.FAIL && !check.invalidates())
            .map(Check::sentence)
            .toList();
    List<String> invalid =
        checks.stream()
            .filter(Check::invalidates)
            .filter(check -> !(targetFails && check.status() == Status.INSUFFICIENT))
            .filter(check -> failed.isEmpty() || !isComparison(check))
            .map(Check::sentence)
            .toList();
    List<String> reasons = Stream.concat(invalid.stream(), failed.stream()).toList();
    if (!invalid.isEmpty()) {
      return new Verdict(Result.INVALID, reasons, checks);
    }
    return new Verdict(failed.isEmpty() ? Result.PASS : Result.FAIL, reasons, checks);
  }

  private static boolean isComparison(Check check) {
    return check.kind() == Check.Kind.REGRESSION
        || check.kind() == Check.Kind.DRIFT
        || check.id().equals(EvidenceChecks.COMPARED)
        || BaselineChecks.isOne(check);
  }

  private static boolean isBrokenErrorPromise(Check check) {
    return check.kind() == Check.Kind.SLO
        && check.status() == Status.FAIL
        && check.metric().equals(Metric.ERRORS.key());
  }
}
