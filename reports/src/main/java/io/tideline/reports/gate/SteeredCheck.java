package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.Injection;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a run that was scaled by hand had the load of its plan. SLOs that hold at less prove
 * nothing about it; at more they hold all the more. Either way the run is none to compare others
 * with. What a search for the breaking point does to its own run is no steering by hand.
 */
final class SteeredCheck {
  private static final String ID = "validity/steered";

  private SteeredCheck() {}

  /** The check; empty of a run whose rate nobody changed. */
  static Optional<Check> of(Run run, Validity validity) {
    Plan plan = run.plan();
    Injection injection = run.injection();
    boolean scaled =
        run.events().stream()
            .anyMatch(
                event ->
                    event.kind() == RunEvent.Kind.SCALE
                        && event.factor() != 1
                        && !event.reason().equals(RunEvent.SEARCH));
    if (!scaled || plan == null || injection == null || run.capacity() != null) {
      return Optional.empty();
    }
    Schedule schedule = Schedule.of(plan);
    Set<String> finished =
        run.phasesFinished().stream().map(PhaseRow::name).collect(Collectors.toSet());
    List<Injection.Phase> phases = injection.phases();
    double least = 1;
    String where = "";
    for (int i = 0; i < phases.size(); i++) {
      Injection.Phase phase = phases.get(i);
      long planned = schedule.offered(i);
      if (!phase.warmUp() && planned > 0 && finished.contains(phase.phase())) {
        double share = (double) phase.offered() / planned;
        if (share < least) {
          least = share;
          where =
              Figures.number(phase.offered())
                  + " of "
                  + Figures.count(planned, "planned user")
                  + " were due in "
                  + phase.phase();
        }
      }
    }
    return Optional.of(check(least, where, validity));
  }

  /** Whether a check says that a run had another load than its plan. */
  static boolean isOne(Check check) {
    return check.id().equals(ID);
  }

  private static Check check(double share, String where, Validity validity) {
    boolean less = share < validity.offered();
    return new Check(
        ID,
        Kind.VALIDITY,
        Scope.EVERYTHING,
        "load of the plan",
        share,
        validity.offered(),
        "share",
        0,
        less ? Status.FAIL : Status.WARN,
        less
            ? "Scaled by hand below the plan: "
                + where
                + " ("
                + Figures.share(share)
                + ", at least "
                + Figures.share(validity.offered())
                + " wanted); let it run as planned, or plan that load with -Drate"
            : "Scaled by hand: this is not the plan's load, and the run enters no history");
  }
}
