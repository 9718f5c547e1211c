package io.tideline.engine.live;

import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.simlog.LogBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plan with a warm-up of 5 s and two phases of 20 s, and logs of it. */
public final class LiveSamples {
  /** Wall clock of the log's own start; the run's first instant is 2.5 s later. */
  public static final long LOG_START = 1_790_000_000_000L;

  public static final long ORIGIN = LOG_START + 2_500;

  public static final Slo ERRORS = new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01);
  public static final Slo P95 = new Slo(Scope.EVERYTHING, Metric.P95, 300);
  public static final Slo OPEN =
      new Slo(new Scope("Browse timeline", "Open", "second"), Metric.MAX, 1_000);

  private LiveSamples() {}

  public static Plan plan() {
    Phase warmUp = Plans.hold("warm-up", 1, Duration.ofSeconds(5));
    Plan plan =
        Plans.of(
            10,
            new Mix(Map.of("Browse timeline", 1)),
            new Phase(warmUp.name(), warmUp.duration(), true, warmUp.levels()),
            Plans.hold("first", 1, Duration.ofSeconds(20)),
            Plans.hold("second", 1, Duration.ofSeconds(20)));
    return new Plan(
        plan.scenario(),
        plan.description(),
        plan.target(),
        plan.load(),
        plan.mix(),
        plan.thinkTimes(),
        List.of(ERRORS, P95, OPEN),
        plan.limits(),
        plan.validity());
  }

  /** A request of Browse timeline that began so long after the first instant. */
  public static LogBytes request(LogBytes log, int atMillis, int lasts, String failure) {
    int start = (int) (ORIGIN - LOG_START) + atMillis;
    return log.request(List.of("Browse timeline"), "Open", start, start + lasts, failure);
  }

  public static LiveSubject subject(Path folder, LogBytes log, LoadSource load) throws IOException {
    Files.write(folder.resolve("simulation.log"), log.bytes());
    return LiveSubject.of(folder, plan(), load, ORIGIN);
  }
}
