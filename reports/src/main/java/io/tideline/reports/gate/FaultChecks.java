package io.tideline.reports.gate;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.Resilience;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.FaultSpan;
import io.tideline.reports.stats.FaultWindow;
import io.tideline.reports.stats.FaultWindows;
import io.tideline.reports.stats.Run;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the experiment was one: each fault began and ended, and there was a time before them. */
final class FaultChecks {
  private FaultChecks() {}

  static List<Check> of(Run run, Resilience promised) {
    List<FaultSpan> faults = FaultSpan.of(run);
    return List.of(began(run, faults), ended(run, faults), before(run, promised));
  }

  private static Check began(Run run, List<FaultSpan> faults) {
    List<String> missing =
        planned(run).stream()
            .map(PlannedFault::name)
            .filter(name -> faults.stream().noneMatch(fault -> fault.name().equals(name)))
            .toList();
    boolean any = !faults.isEmpty() && missing.isEmpty();
    return Question.plain("validity/faults/began", "faults begun")
        .answer(
            null,
            faults.size(),
            any ? Status.PASS : Status.FAIL,
            any
                ? Figures.count(faults.size(), "fault") + " took effect: " + names(faults)
                : (missing.isEmpty() ? "No fault" : "Not every fault")
                    + " took effect"
                    + (missing.isEmpty() ? "" : ": missing " + String.join(", ", missing))
                    + "; see the run's output for what kept them, and run again");
  }

  private static List<PlannedFault> planned(Run run) {
    Plan plan = run.plan();
    return plan == null ? List.of() : plan.faults().faults();
  }

  private static Check ended(Run run, List<FaultSpan> faults) {
    List<String> troubles =
        Stream.concat(
                faults.stream()
                    .filter(fault -> fault.endSeconds() == null)
                    .map(fault -> fault.name() + ": nothing says that it was put back"),
                run.events().stream()
                    .filter(event -> event.kind() == RunEvent.Kind.FAULT_FAILED)
                    .map(event -> event.reason() + ": " + event.detail()))
            .toList();
    return Question.plain("validity/faults/ended", "faults ended")
        .answer(
            null,
            faults.size(),
            troubles.isEmpty() ? Status.PASS : Status.FAIL,
            troubles.isEmpty()
                ? "Every fault was put back"
                : "Not every fault went as planned: "
                    + String.join("; ", troubles)
                    + "; see that the target is whole, and run again");
  }

  private static Check before(Run run, Resilience promised) {
    int intervals = FaultWindows.of(run).stream().findFirst().map(FaultWindow::intervals).orElse(0);
    int least = 2 * promised.steady().intervals();
    boolean enough = intervals >= least;
    return new Question("validity/before", "intervals before", "", (double) least)
        .answer(
            (double) intervals,
            intervals,
            enough ? Status.PASS : Status.FAIL,
            Figures.count(intervals, "interval")
                + " between the warm-up and the first fault, at least "
                + least
                + " wanted to tell what is usual"
                + (enough ? "" : "; let the first fault begin later"));
  }

  private static String names(List<FaultSpan> faults) {
    return faults.stream().map(FaultSpan::name).collect(Collectors.joining(", "));
  }
}
