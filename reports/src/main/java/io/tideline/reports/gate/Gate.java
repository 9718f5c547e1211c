package io.tideline.reports.gate;

import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Earlier.Remembered;
import io.tideline.reports.gate.EvidenceChecks.BaselineRuns;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.Ending;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a run before its promises. First whether the numbers prove anything, then each SLO, then
 * whether it has become slower than earlier runs, then whether it leaks or drifts; all checks are
 * made and listed, whatever the first ones say.
 */
public final class Gate {
  private Gate() {}

  /** The verdict on {@code run} by the promises of its own plan; by none without one. */
  public static Verdict judge(Run run) {
    Plan plan = run.plan();
    return plan == null
        ? judge(run, List.of(), Validity.STANDARD)
        : judge(run, plan.slos(), plan.validity());
  }

  /**
   * The verdict on {@code run}.
   *
   * @param slos what must hold, unless the run searched for the load that breaks it; none, and no
   *     other check, makes it INVALID
   * @param validity when the numbers may be trusted
   */
  public static Verdict judge(Run run, List<Slo> slos, Validity validity) {
    List<Check> checks = new ArrayList<>(ownChecks(run, slos, validity));
    checks.addAll(DriftChecks.of(run, List.of()));
    return verdict(run, checks, BaselineRuns.NONE);
  }

  /** The verdict on {@code run} by the promises of its own plan, and beside earlier runs. */
  public static Verdict judge(Run run, Earlier earlier) {
    Plan plan = run.plan();
    return plan == null
        ? judge(run, List.of(), Validity.STANDARD, earlier)
        : judge(run, plan.slos(), plan.validity(), earlier);
  }

  /**
   * The verdict on {@code run}, compared with earlier runs too. One that is above a band warns
   * ({@link Verdict#asksToConfirm()}) until it is judged again beside fresh runs of the same build,
   * which make it FAIL or let it pass.
   *
   * @param slos as above
   * @param validity as above
   * @param earlier the runs to compare with; what must not go unseen, and whether single requests
   *     count, the run's own plan may say otherwise than the settings there
   */
  public static Verdict judge(Run run, List<Slo> slos, Validity validity, Earlier earlier) {
    List<Check> checks = new ArrayList<>(ownChecks(run, slos, validity));
    checks.addAll(BaselineChecks.of(run, earlier, slos));
    checks.addAll(RegressionChecks.of(run, earlier));
    confirmingBroke(earlier.confirming(), slos).ifPresent(checks::add);
    checks.addAll(DriftChecks.of(run, earlier.accepted()));
    Remembered past = earlier.remembered();
    int fewest = earlier.settings().runs().fewest();
    return verdict(run, checks, new BaselineRuns(true, earlier.accepted().size(), fewest))
        .withLasting(LastingShift.of(run, checks, past.failures(), past.history()));
  }

  /**
   * The verdict on the candidate of a paired session: by its own plan's promises, and beside its
   * baseline. That the other three runs are valid is for whoever made them to see to.
   *
   * @param settings how to compare; what must not go unseen, and whether single requests count, the
   *     candidate's own plan may say otherwise
   */
  public static Verdict judge(Paired session, BandSettings settings) {
    Run candidate = session.candidate();
    Plan plan = candidate.plan();
    List<Slo> slos = plan == null ? List.of() : plan.slos();
    Validity validity = plan == null ? Validity.STANDARD : plan.validity();
    List<Check> checks = new ArrayList<>(ownChecks(candidate, slos, validity));
    checks.addAll(BaselineChecks.of(session, slos));
    checks.addAll(compared(PairedChecks.of(session, settings)));
    checks.addAll(DriftChecks.of(candidate, List.of()));
    return verdict(candidate, checks, BaselineRuns.NONE);
  }

  /**
   * Why the records of {@code run} prove nothing, whatever it is a part of: it did not end in
   * order, or its generator was not well. None for a slice that may be merged.
   */
  public static List<String> unsound(Run run) {
    Plan plan = run.plan();
    return ValidityChecks.of(run, plan == null ? Validity.STANDARD : plan.validity()).stream()
        .filter(check -> check.invalidates() && !check.id().equals(SliceRemarks.WHOLE))
        .map(Check::sentence)
        .toList();
  }

  /** What fresh runs of the same build do not keep is doubtful, though the run itself kept it. */
  private static Optional<Check> confirmingBroke(List<Run> confirming, List<Slo> slos) {
    List<String> broken =
        confirming.stream()
            .filter(each -> each.capacity() == null)
            .flatMap(each -> slos.stream().map(slo -> check(each, slo)))
            .filter(check -> check.status() == Status.FAIL)
            .map(Check::sentence)
            .toList();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Check(
                "validity/confirmation",
                Check.Kind.VALIDITY,
                Scope.EVERYTHING,
                "confirmation runs",
                (double) broken.size(),
                0.0,
                "",
                confirming.size(),
                Status.WARN,
                "Confirmation runs of the same build do not keep what this run kept: "
                    + broken.get(0)
                    + (broken.size() > 1 ? " (and " + (broken.size() - 1) + " more)" : "")));
  }

  /** A session that compares nothing was made in vain. */
  private static List<Check> compared(List<Check> paired) {
    boolean any = paired.stream().anyMatch(check -> check.comparison() != null);
    return any ? paired : List.of(EvidenceChecks.notCompared());
  }

  private static List<Check> ownChecks(Run run, List<Slo> slos, Validity validity) {
    List<Check> checks = new ArrayList<>(ValidityChecks.of(run, validity));
    CapacityRecord capacity = run.capacity();
    if (capacity == null) {
      slos.forEach(slo -> checks.add(check(run, slo)));
    } else {
      checks.add(CapacityCheck.of(capacity));
    }
    checks.addAll(CachingChecks.of(run));
    checks.addAll(ScalingChecks.of(run));
    checks.addAll(ResilienceChecks.of(run));
    return checks;
  }

  private static Verdict verdict(Run run, List<Check> checks, BaselineRuns baseline) {
    if (run.info().ending() == Ending.ABORTED) {
      checks.add(AbortCheck.of(run));
      return Verdict.ofAborted(checks).withUnknown(Unknowns.of(run));
    }
    if (Verdict.of(checks).result() == Result.PASS) {
      EvidenceChecks.of(run, checks, baseline).ifPresent(checks::add);
    }
    return Verdict.of(checks).withUnknown(Unknowns.of(run));
  }

  /** What users of the phase before still do in it is no answer. */
  private static boolean isOnPhaseWithoutUsers(Run run, Scope scope) {
    Injection injection = run.injection();
    return scope.phase() != null
        && injection != null
        && injection.phases().stream()
            .anyMatch(phase -> phase.phase().equals(scope.phase()) && phase.started() == 0);
  }

  private static Check check(Run run, Slo slo) {
    if (isOnPhaseWithoutUsers(run, slo.scope())) {
      return new SloAnswer(slo, slo.metric() == Metric.ERRORS ? "share" : "ms", null, 0)
          .check(Status.INSUFFICIENT, "no user arrived in this phase; give it a load");
    }
    return slo.metric() == Metric.ERRORS ? ErrorCheck.of(run, slo) : LatencyCheck.of(run, slo);
  }
}
