package io.tideline.reports.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseBottleneckTest {
  private static final Plan PLAN =
      SampleRun.plan(
          20,
          List.of(
              SampleRun.phase("warm-up", 10, true, 1),
              SampleRun.phase("calm", 100, false, 1),
              SampleRun.phase("sick", 200, false, 1)),
          List.of());

  /** Waves of 40 s in the sick phase, none in the calm one. */
  private static double wave(double second) {
    return second < 110 ? 0 : 0.5 - 0.5 * Math.cos(2 * Math.PI * (second - 110) / 40);
  }

  private static final TargetModel WAVES =
      (request, second, random) -> (int) (20 + 100 * wave(second) + random.nextInt(10));

  @TempDir Path folder;

  private interface Consumed {
    List<Reading> at(double second, SplittableRandom random);
  }

  private Run run(Consumed consumed) throws IOException {
    SampleRun.of(PLAN, WAVES, Duration.ZERO).writeTo(folder);
    SplittableRandom random = new SplittableRandom(5);
    try (ResourceLog log =
        new ResourceLog(folder.resolve("tideline").resolve(ResourceLog.FILE_NAME))) {
      for (double at = 0.5; at < 310; at++) {
        log.write(new ResourceSample(at, "/metrics", null, consumed.at(at, random)));
      }
    }
    return new ResultsFolder(folder).read().run();
  }

  private static Reading of(String name, double value, double limit, double waiting) {
    return new Reading(name, Unit.COUNT, value, limit, waiting);
  }

  @Test
  void whatMovesWithLatencyIsNamedInItsPhaseAlone() throws IOException {
    Run run =
        run(
            (at, random) ->
                List.of(
                    of("pool", 2 + 4 * wave(at) + 0.2 * random.nextDouble(), 100, 0),
                    of("other", random.nextDouble(), 100, 0),
                    of("inverse", 8 - 6 * wave(at), 100, 0)));
    List<PhaseBottleneck> phases = PhaseBottleneck.of(run);

    assertThat(phases).extracting(PhaseBottleneck::phase).containsExactly("calm", "sick");
    assertThat(phases.get(0).moved()).isEmpty();
    assertThat(phases.get(0).sentence())
        .startsWith("calm: no resource was at its limit; nothing is known to have moved with");
    PhaseBottleneck sick = phases.get(1);
    assertThat(sick.saturated()).isEmpty();
    assertThat(sick.moved()).extracting(Mover::name).containsExactlyInAnyOrder("pool", "inverse");
    assertThat(sick.moved())
        .allSatisfy(
            mover -> {
              assertThat(mover.blocks()).isBetween(24, 96);
              assertThat(mover.effective()).isLessThan(mover.blocks());
              assertThat(Math.abs(mover.rho())).isGreaterThan(0.8);
              assertThat(mover.rho() > 0).isEqualTo(mover.name().equals("pool"));
            });
    assertThat(sick.sentence())
        .contains("what moves most with")
        .contains("a correlation, not a cause")
        .contains("independent ones: ");
  }

  @Test
  void theResourceThatWasAtItsLimitFirstStandsFirst() throws IOException {
    Run run =
        run(
            (at, random) ->
                List.of(
                    of("late", at < 200 ? 2 : 10, 10, 0),
                    of("crowded", at < 150 ? 2 : 8, 10, at < 150 ? 0 : 12),
                    of("roomy", 8.5, 10, 0),
                    of("once", at > 220 && at < 221 ? 10 : 1, 10, 0)));
    PhaseBottleneck sick = PhaseBottleneck.of(run, "sick").orElseThrow();

    assertThat(sick.saturated()).extracting(Saturated::name).containsExactly("crowded", "late");
    assertThat(sick.saturated().get(0).fromSeconds()).isBetween(148.0, 153.0);
    assertThat(sick.saturated().get(0).share()).isEqualTo(0.8);
    assertThat(sick.saturated().get(0).waiting()).isEqualTo(12);
    assertThat(sick.saturated().get(1).part()).isBetween(0.5, 0.6);
    assertThat(sick.sentence())
        .startsWith("sick: first at its limit: crowded (80 % of 10 in use with 12 waiting, from")
        .contains("; then late");
    assertThat(PhaseBottleneck.of(run, "calm").orElseThrow().saturated()).isEmpty();
  }

  @Test
  void aRunWithoutResourcesHasNone() throws IOException {
    SampleRun.of(PLAN, WAVES, Duration.ZERO).writeTo(folder);
    assertThat(PhaseBottleneck.of(new ResultsFolder(folder).read().run())).isEmpty();
  }
}
