package io.tideline.reports.page;

import io.tideline.engine.pilot.BreakRecord;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.pilot.CapacityRecord.EstimateRecord;
import io.tideline.engine.pilot.CapacityRecord.TrendRecord;
import io.tideline.engine.pilot.StepRecord;
import io.tideline.engine.pilot.StepRecord.Answer;
import io.tideline.engine.pilot.StepRecord.PromiseRecord;
import io.tideline.engine.search.Ending;
import java.util.ArrayList;
import java.util.List;

/** A search of seventeen steps that never was: 64 users per second hold, 68 are the limit. */
final class SampleSearch {
  private static final double[] LOADS = {
    8, 16, 32, 64, 128, 90.5, 76.1, 69.8, 66.8, 67, 69, 65, 71, 66, 68, 70, 64.2
  };

  private SampleSearch() {}

  static CapacityRecord record() {
    List<StepRecord> steps = new ArrayList<>();
    for (int i = 0; i < LOADS.length; i++) {
      boolean good = LOADS[i] < 67.5 || LOADS[i] == 69;
      String phase = i < 5 ? "double" : i < 9 ? "bisect" : i < 16 ? "staircase" : "hold";
      steps.add(step(i + 1, phase, LOADS[i], good));
    }
    return new CapacityRecord(
        Ending.FOUND,
        "64.2 users per second were held for 10 min",
        null,
        64.2,
        69.0,
        new EstimateRecord(66.1, 63.9, 68.0, 68.2, 66.0, 70.4, 0.03),
        new TrendRecord(-0.08, true, 0.004, "the target held 8 % less by the hour"),
        new BreakRecord(15, 68, "All requests", "p95", 512.0, 500),
        null,
        steps);
  }

  private static StepRecord step(int number, String phase, double load, boolean good) {
    double p95 = good ? 100 + 4 * load : 500 + load;
    return new StepRecord(
        number,
        phase,
        load,
        60,
        good ? Answer.GOOD : Answer.BAD,
        good ? "good" : "bad: All requests: p95 " + p95 + " over 500.0",
        Math.round(load * 60),
        Math.round(load * 60),
        1.25,
        List.of(
            new PromiseRecord("All requests", "p95", 500, p95, p95 - 9, p95 + 9, 4_000, 72),
            new PromiseRecord("All requests", "errors", 0.01, 0.002, null, null, 4_000, 1)),
        List.of(40, 41, 39),
        List.of());
  }
}
