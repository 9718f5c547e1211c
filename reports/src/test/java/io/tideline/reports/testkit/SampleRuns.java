package io.tideline.reports.testkit;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.time.Duration;
import java.util.List;

/** Runs and targets that several tests use. */
public final class SampleRuns {
  /** Four times as slow from second 25 on, and failing one request in twenty. */
  public static final TargetModel SICK_AFTER_25_SECONDS =
      (request, second, random) -> {
        int millis = SampleRun.HEALTHY.answer(request, second, random);
        boolean sick = second > 25;
        return sick && random.nextInt(20) == 0 ? -4 * millis : sick ? 4 * millis : millis;
      };

  /** Times over five orders of magnitude. */
  public static final TargetModel WITH_A_LONG_TAIL =
      (request, second, random) -> (int) Math.exp(random.nextDouble() * 11);

  private SampleRuns() {}

  /** A run without promises, each user 1 ms late. */
  public static SampleRun of(double rate, List<Phase> phases, TargetModel target) {
    return SampleRun.of(SampleRun.plan(rate, phases, List.of()), target, Duration.ofMillis(1));
  }

  /** A run of a second and a few users, small enough to be cut at each of its bytes. */
  public static SampleRun tiny() {
    List<Slo> slos = List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.1));
    List<Phase> phases = List.of(SampleRun.phase("only", 2, false, 1));
    return SampleRun.of(SampleRun.plan(3, phases, slos), SampleRun.HEALTHY, Duration.ofMillis(1));
  }
}
