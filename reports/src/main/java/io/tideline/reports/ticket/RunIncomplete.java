package io.tideline.reports.ticket;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** The run has no end, or nothing in it, so that it proves nothing. */
record RunIncomplete(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "incomplete";
  }

  @Override
  public String title() {
    return switch (failed.check().metric()) {
          case "requests" -> "No request was measured: ";
          case "slices" -> "The slices are not one whole run: ";
          default -> "The run did not come to its end: ";
        }
        + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    List<String> facts = new ArrayList<>();
    Run run = failed.run();
    facts.add(
        "Users by the log: "
            + Figures.number(run.users().started())
            + " started, "
            + Figures.number(run.users().ended())
            + " left");
    facts.add("Phases gone through: " + run.phasesFinished().size() + " of " + run.phases().size());
    return facts;
  }

  @Override
  public List<String> suspicions() {
    return switch (failed.run().info().ending()) {
      case CUT_OFF ->
          List.of(
              "The records stop in the middle: the generator was killed, or its disk was full, or"
                  + " the folder was copied while the run went on");
      case DAMAGED ->
          List.of("The records hold what nobody wrote: a bad copy, or a disk that fails");
      case INTERRUPTED -> List.of("The generator was told to end: by hand, or by a job's timeout");
      case STOPPED -> List.of("Somebody stopped the run with the control command");
      case COMPLETED, ABORTED -> List.of();
    };
  }

  @Override
  public List<String> fixes() {
    if (failed.check().metric().equals("slices")) {
      return List.of("Run all slices of one plan at the same time, on one target, and merge them");
    }
    return switch (failed.run().info().ending()) {
      case CUT_OFF, DAMAGED ->
          List.of(
              "See whether the generator's process was killed for want of memory, and whether its"
                  + " disk has room",
              "Copy the whole folder once the run has ended, or run again");
      case INTERRUPTED, STOPPED -> List.of("Give the job the time that the run needs; run again");
      case COMPLETED, ABORTED ->
          List.of("Run longer than the warm-up, and look at what stopped the users");
    };
  }
}
