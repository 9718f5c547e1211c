package io.tideline.reports.ticket;

import io.tideline.engine.pilot.BreakRecord;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.StepRecord;
import io.tideline.reports.gate.CheckFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The target holds less load than was promised, or none at all. */
record CapacityMissed(FailedCheck failed) implements Finding {
  private static final int MOST_STEPS = 12;

  @Override
  public String kind() {
    return "capacity";
  }

  @Override
  public String title() {
    Double promised = failed.check().limit();
    return promised == null
        ? "No load was held that keeps the promises: " + failed.where()
        : "Less than "
            + CheckFigures.figure(promised, failed.check().unit())
            + " held in "
            + failed.where();
  }

  /** The miss is the other way round: promised over held. Nothing held at all is critical. */
  @Override
  public Severity severity() {
    Double held = failed.check().value();
    Double promised = failed.check().limit();
    if (held == null || held <= 0) {
      return Severity.CRITICAL;
    }
    return promised == null ? Severity.HIGH : Severity.ofMiss(promised / held);
  }

  @Override
  public Sureness sureness() {
    return Sureness.LIKELY;
  }

  @Override
  public List<String> evidence() {
    CapacityRecord capacity = failed.run().capacity();
    List<String> facts = new ArrayList<>();
    if (capacity != null) {
      List<StepRecord> steps = capacity.steps();
      for (StepRecord step : steps.subList(Math.max(0, steps.size() - MOST_STEPS), steps.size())) {
        facts.add(
            String.format(
                Locale.ROOT,
                "Step %d, %.4g users per second: %s",
                step.number(),
                step.load(),
                step.sentence()));
      }
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    CapacityRecord capacity = failed.run().capacity();
    BreakRecord first = capacity == null ? null : capacity.firstBreak();
    if (first == null) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "At %.4g users per second it is %s of %s that breaks first: what limits that limits the"
                + " whole",
            first.load(),
            first.metric(),
            first.scope()));
  }

  @Override
  public List<String> fixes() {
    return List.of(
        "Hold a load just below the break, and see which resource of the target is used up:"
            + " processors, database, connections, a pool",
        "Compare with the last search that held the load: builds, instances, sizes of pools",
        "See the steps in the evidence: does one request break first in all of them?");
  }
}
