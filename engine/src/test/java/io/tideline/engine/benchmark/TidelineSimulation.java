package io.tideline.engine.benchmark;

import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The load as Tideline has it: a schedule. */
public final class TidelineSimulation extends BenchmarkSimulation {
  private final LoadRun run = new LoadRun(schedule(load()), folder(), Integer.MAX_VALUE);

  {
    setUp(run.populations(Map.of("users", users()))).protocols(protocol());
  }

  static Schedule schedule(List<Stretch> load) {
    Phase[] phases =
        load.stream()
            .map(
                stretch ->
                    Plans.hold(
                        stretch.toString(), stretch.rate(), Duration.ofSeconds(stretch.seconds())))
            .toArray(Phase[]::new);
    return Schedule.of(Plans.of(1, new Mix(Map.of("users", 1)), phases));
  }

  @Override
  public void after() {
    leaveOrigin(SharedClock.ofNanoTime(run.originNanos().orElseThrow()));
    run.close();
  }
}
