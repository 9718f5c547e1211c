package io.tideline.reports.testkit;

import io.tideline.engine.pilot.Bottleneck;
import io.tideline.engine.pilot.Bottleneck.Move;
import io.tideline.engine.pilot.Bottleneck.Use;
import io.tideline.engine.pilot.BreakRecord;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.CapacityRecord.EstimateRecord;
import io.tideline.engine.pilot.StepRecord;
import io.tideline.engine.pilot.StepRecord.Answer;
import io.tideline.engine.pilot.StepRecord.PromiseRecord;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.resource.Unit;
import io.tideline.engine.search.Ending;
import java.util.List;

/** What a search that never was has found: 8 users per second held, 16 not. */
public final class SampleCapacity {
  private SampleCapacity() {}

  /** A search that ended so; {@code atLeast} is the load that was promised, or null. */
  public static CapacityRecord of(Ending ending, Double atLeast) {
    boolean found = ending == Ending.FOUND;
    return new CapacityRecord(
        ending,
        "Sentence of the search",
        atLeast,
        found ? (Double) 8.0 : null,
        8.0,
        found ? new EstimateRecord(8.5, null, null, 9, 8.8, 9.3, 0.03) : null,
        null,
        new BreakRecord(2, 16, "All requests", "p95", 912.0, 500),
        new Bottleneck(
            "First at its limit: connections",
            List.of(new Use("/metrics", "connections", Unit.COUNT, 16, 1, 8.0, 3.5, 16.0, 8, 0.5)),
            new Use("/metrics", "cpu", Unit.SHARE, 16, 0.75, 1.0, null, null, 8, 0.375),
            new Move("/metrics", "gc time", Unit.SHARE, 8, 0.01, 16, 0.08, 0.94, 23)),
        List.of(
            step(1, 8, Answer.GOOD, "good"),
            step(2, 16, Answer.BAD, "bad: All requests: p95 912.0 over 500.0")));
  }

  private static StepRecord step(int number, double load, Answer answer, String sentence) {
    return new StepRecord(
        number,
        "double",
        load,
        60,
        answer,
        sentence,
        480,
        480,
        1.25,
        List.of(
            new PromiseRecord("All requests", "p95", 500, 312.0, 300.0, 330.0, 4_000, 72),
            new PromiseRecord("All requests", "errors", 0.01, 0.002, null, null, 4_000, 1)),
        List.of(40, 41, 39),
        List.of(
            new Consumption("/metrics", "cpu", Unit.SHARE, load / 20, 0.9, 1.0, null, 12),
            new Consumption(
                "/metrics", "connections", Unit.COUNT, Math.min(8, load / 2), 8, 8.0, 3.5, 12)));
  }
}
