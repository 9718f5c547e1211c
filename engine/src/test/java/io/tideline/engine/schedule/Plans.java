package io.tideline.engine.schedule;

import io.tideline.engine.plan.Limits;
import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slice;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.Target;
import io.tideline.engine.plan.Target.Credentials;
import io.tideline.engine.plan.ThinkTimes;
import io.tideline.engine.plan.ThinkTimes.ThinkTime;
import io.tideline.engine.plan.Validity;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans for tests, in code. */
public final class Plans {
  private Plans() {}

  public static Phase hold(String name, double level, Duration lasts) {
    return new Phase(name, lasts, false, List.of(new Level(0, level), new Level(1, level)));
  }

  public static Plan of(double rate, Mix mix, Phase... phases) {
    return new Plan(
        "test",
        "",
        new Target(
            "local",
            "http://127.0.0.1:1",
            List.of("127.0.0.1"),
            null,
            new Credentials(null, Map.of())),
        new Load(rate, 1, 42, Load.Spread.EVEN, Slice.WHOLE, List.of(phases)),
        mix,
        new ThinkTimes(new ThinkTime(1, 0.5, 10), Map.of()),
        List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.2, Duration.ofSeconds(3))),
        new Limits(1000, 1_000_000, Duration.ofHours(1)),
        Validity.STANDARD);
  }
}
