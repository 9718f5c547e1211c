package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Response times from the intended start. */
class IntendedTimesTest {
  private static final SampleRun.TargetModel ALWAYS_20_MS = (request, second, random) -> 20;
  private static final Plan PLAN =
      SampleRun.plan(
          20,
          List.of(SampleRun.phase("first", 10, false, 1), SampleRun.phase("second", 10, false, 1)),
          List.of(new Slo(Scope.EVERYTHING, Metric.P95, 40)));

  @TempDir Path folder;

  private Run run(Duration lag) throws IOException {
    SampleRun.of(PLAN, ALWAYS_20_MS, lag).writeTo(folder);
    return new ResultsFolder(folder).read().run();
  }

  @Test
  void theTimeByWhichAUserWasLateIsPartOfEachOfItsResponseTimes() throws IOException {
    Run run = run(Duration.ofMillis(30));
    for (PhaseRow phase : run.phases()) {
      Sample sample = run.pool(new Scope(null, null, phase.name()));
      assertThat(sample.hasLateUsers()).isTrue();
      assertThat(sample.okLatencies().at(0.5)).isEqualTo(20);
      assertThat(sample.intendedLatencies().at(0.5)).isEqualTo(50);
      assertThat(sample.intendedLatencies().count()).isEqualTo(sample.ok());
      assertThat(sample.intendedLatencies().max()).isEqualTo(50);
    }
  }

  @Test
  void aPromiseIsJudgedFromTheIntendedStart() throws IOException {
    var verdict = Gate.judge(run(Duration.ofMillis(30)), PLAN.slos(), PLAN.validity());
    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.reasons())
        .singleElement()
        .asString()
        .contains("p95 50 ms, at most 40 ms", "from their intended start; measured 20 ms");
  }

  @Test
  void whenNobodyIsLateTheTwoAreTheSame() throws IOException {
    Sample sample = run(Duration.ofNanos(400_000)).pool(Scope.EVERYTHING);
    assertThat(sample.hasLateUsers()).isFalse();
    assertThat(sample.intendedLatencies()).isSameAs(sample.okLatencies());
  }
}
