package io.tideline.engine.schedule;

import io.tideline.engine.plan.Limits;
import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Load.Spread;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.plan.Target;
import io.tideline.engine.plan.Target.Credentials;
import io.tideline.engine.plan.ThinkTimes;
import io.tideline.engine.plan.ThinkTimes.ThinkTime;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.profile.Line;
import io.tideline.engine.profile.RateCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A plan made in code from a rate curve, for those who write a simulation of their own and have no
 * plan file: one phase, no SLO, evenly spread arrivals. Its caps are those of the curve itself.
 */
public final class CurvePlan {
  private static final double NANOS_PER_SECOND = 1e9;

  private CurvePlan() {}

  /**
   * The plan.
   *
   * @param name of the scenario, for results
   * @param curve new users per second
   * @param mix journeys and their weights
   * @param seed from which the order of journeys follows
   */
  public static Plan of(String name, RateCurve curve, Mix mix, long seed) {
    Duration duration = Duration.ofNanos(Math.round(curve.durationSeconds() * NANOS_PER_SECOND));
    Phase phase = new Phase(name, duration, false, levels(curve));
    return new Plan(
        name,
        "",
        new Target("code", null, List.of(), null, new Credentials(null, Map.of())),
        new Load(1, 1, seed, Spread.EVEN, Slice.WHOLE, List.of(phase)),
        mix,
        new ThinkTimes(new ThinkTime(1, 0, 1), Map.of()),
        List.of(),
        new Limits(curve.peak(), Long.MAX_VALUE, duration),
        Validity.STANDARD);
  }

  private static List<Level> levels(RateCurve curve) {
    List<Level> levels = new ArrayList<>();
    double seconds = 0;
    for (Line line : curve.lines()) {
      levels.add(new Level(seconds / curve.durationSeconds(), line.from()));
      seconds += line.durationSeconds();
      levels.add(new Level(Math.min(1, seconds / curve.durationSeconds()), line.to()));
    }
    return levels;
  }
}
