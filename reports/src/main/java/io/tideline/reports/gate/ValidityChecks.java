package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Ending;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.RequestRow;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import io.tideline.reports.stats.Sample;
import io.tideline.reports.stats.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a run's numbers prove anything. */
final class ValidityChecks {
  private static final int MANY = 10;
  private static final int MOST_NAMED = 8;

  private ValidityChecks() {}

  static List<Check> of(Run run, Validity validity) {
    List<Check> checks = new ArrayList<>();
    checks.add(complete(run));
    checks.addAll(SliceRemarks.of(run));
    checks.add(requestsSeen(run));
    checks.addAll(LogChecks.of(run));
    silentJourneys(run).ifPresent(checks::add);
    neverSucceeded(run).ifPresent(checks::add);
    SteeredCheck.of(run, validity).ifPresent(checks::add);
    Injection injection = run.injection();
    if (injection == null && run.plan() != null && run.info().complete()) {
      checks.add(startsUnknown());
    }
    if (injection != null) {
      Set<String> finished =
          run.phasesFinished().stream().map(PhaseRow::name).collect(Collectors.toSet());
      checks.addAll(InjectionChecks.of(injection, finished, validity));
    }
    checks.addAll(GeneratorChecks.of(run, validity));
    return checks;
  }

  /** Of journeys whose users made no request at all nothing is judged, whatever holds otherwise. */
  private static Optional<Check> silentJourneys(Run run) {
    Plan plan = run.plan();
    List<String> silent =
        plan == null
            ? List.of()
            : run.users().perScenario().stream()
                .filter(each -> plan.mix().journeys().contains(each.scenario()))
                .filter(each -> each.ended() >= MANY)
                .map(Users.Scenario::scenario)
                .filter(journey -> run.requests().stream().noneMatch(has(journey)))
                .toList();
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Check(
                "validity/journeys",
                Kind.VALIDITY,
                Scope.EVERYTHING,
                "journeys",
                (double) silent.size(),
                0.0,
                "",
                0,
                Status.WARN,
                "Users came and made no request of their journey: "
                    + String.join(", ", silent)
                    + "; nothing is judged of it. Look at what ends them before their first"
                    + " request"));
  }

  /**
   * What always fails is hidden by an SLO on all requests, and by a history in which it did too.
   */
  private static Optional<Check> neverSucceeded(Run run) {
    MeasuredRun measured = new MeasuredRun(run);
    List<String> failing =
        measured.requests().stream()
            .filter(request -> measured.pool(request).ok() == 0)
            .filter(request -> measured.pool(request).requests() >= MANY)
            .map(
                request ->
                    ScopeName.of(request)
                        + " ("
                        + Figures.number(measured.pool(request).requests())
                        + ")")
            .toList();
    int more = failing.size() - MOST_NAMED;
    return failing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Check(
                "validity/never-succeeded",
                Kind.VALIDITY,
                Scope.EVERYTHING,
                "requests that never succeeded",
                (double) failing.size(),
                0.0,
                "",
                0,
                Status.WARN,
                "Requests that never succeeded: "
                    + failing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : "")
                    + "; nothing is known of how they perform"));
  }

  private static Check startsUnknown() {
    return new Check(
        "validity/starts/record",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "starts record",
        0.0,
        1.0,
        "",
        0,
        Status.FAIL,
        "No record of starts (tideline/starts.log): nothing says whether the planned load was"
            + " offered; copy the whole folder, or run again");
  }

  private static Predicate<RequestRow> has(String journey) {
    return row -> row.journey().equals(journey);
  }

  private static Check complete(Run run) {
    RunInfo info = run.info();
    String help =
        switch (info.ending()) {
          case COMPLETED -> "";
          case ABORTED -> "";
          case INTERRUPTED, STOPPED -> stopped(run);
          case CUT_OFF -> "; run again, or copy the whole folder";
          case DAMAGED -> "; copy the folder again, or run again";
        };
    return new Check(
        "validity/complete",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "complete",
        null,
        null,
        "",
        0,
        info.complete() || info.ending() == Ending.ABORTED ? Status.PASS : Status.FAIL,
        "Run " + info.ending().key() + ": " + info.endingReason() + help);
  }

  /** A run that stopped by itself says why, and what it says is what would help. */
  private static String stopped(Run run) {
    return run.events().stream()
        .filter(event -> event.kind() == RunEvent.Kind.STOP && event.reason().startsWith("disk: "))
        .map(event -> ", " + event.reason() + "; make room there")
        .findFirst()
        .orElse("; let it run to its end");
  }

  private static Check requestsSeen(Run run) {
    Sample all = run.pool(Scope.EVERYTHING);
    boolean any = all.requests() > 0 && hasArrivals(run);
    return new Check(
        "validity/requests",
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "requests",
        (double) all.requests(),
        1.0,
        "requests",
        all.requests(),
        any ? Status.PASS : Status.FAIL,
        any
            ? Figures.count(all.requests(), "request") + " outside the warm-up"
            : (all.requests() > 0
                    ? "No user arrived outside the warm-up"
                    : "No request was made outside the warm-up")
                + ": run longer, or look at what stopped the users");
  }

  /** What users of the warm-up do after it says nothing of a load that never came. */
  private static boolean hasArrivals(Run run) {
    Injection injection = run.injection();
    return injection == null
        || injection.phases().isEmpty()
        || injection.phases().stream().anyMatch(phase -> !phase.warmUp() && phase.started() > 0);
  }
}
