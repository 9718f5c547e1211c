package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scaling;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunRecords;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Load 2 from 10 s on, a ramp to 20 from 60 to 80 s, back to 2 at 140 s; the plan ends at 240 s.
 */
class ScalingChecksTest {
  private static final List<Phase> PHASES =
      List.of(
          SampleRun.phase("warm-up", 10, true, 1),
          SampleRun.phase("before", 50, false, 1),
          new Phase(
              "rise", Duration.ofSeconds(20), false, List.of(new Level(0, 1), new Level(1, 10))),
          SampleRun.phase("peak", 60, false, 10),
          SampleRun.phase("after", 100, false, 1));
  private static final List<Slo> SLOS =
      List.of(
          new Slo(Scope.EVERYTHING, Metric.P95, 400),
          new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01));

  @TempDir Path folder;

  private static Scaling scaling(long out, long in) {
    return new Scaling("replicas", Duration.ofSeconds(out), Duration.ofSeconds(in), 1L, 3L);
  }

  private Run run(Scaling scaling, DoubleUnaryOperator replicas, TargetModel target)
      throws IOException {
    Plan plan = SampleRun.plan(2, PHASES, SLOS).scaling(scaling);
    return RunRecords.of(folder, plan, target)
        .consumed(
            at -> {
              double count = replicas.applyAsDouble(at);
              return Double.isNaN(count)
                  ? List.of()
                  : List.of(new Reading("replicas", Unit.COUNT, count, null, null));
            })
        .run();
  }

  private static Check check(Run run, String metric) {
    return ScalingChecks.of(run).stream()
        .filter(check -> check.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  /** 2 replicas from 90 s, 3 from 100 s, 1 again from 170 s. */
  private static double follows(double at) {
    return at < 90 ? 1 : at < 100 ? 2 : at < 170 ? 3 : 1;
  }

  @Test
  void replicasThatFollowInTimePassWithTheEvidence() throws IOException {
    Run run = run(scaling(30, 60), ScalingChecksTest::follows, SampleRun.HEALTHY);
    // The ramp is at 2 + 18 * 0.9 after 18 of its 20 s: the first whole second there is 78.
    Check out = check(run, "scale out");
    assertThat(out.status()).isEqualTo(Status.PASS);
    assertThat(out.value()).isEqualTo(90 - 78);
    assertThat(out.sentence())
        .isEqualTo(
            "Scaling out: the load rose from 2 to 20 users per second, from second 61 to 78;"
                + " more than 1 replica 12 s after that, at second 90, within 30 s promised");
    Check in = check(run, "scale in");
    assertThat(in.status()).isEqualTo(Status.PASS);
    assertThat(in.value()).isEqualTo(170 - 140);
    assertThat(check(run, "replicas").status()).isEqualTo(Status.PASS);
    Check promises = check(run, "promises broken while scaling");
    assertThat(promises.status()).isEqualTo(Status.PASS);
    assertThat(promises.sentence())
        .isEqualTo("While it scaled, second 61 to 101: all 2 promises of the plan kept");
    assertThat(Gate.judge(run).result()).isEqualTo(Result.PASS);
  }

  @Test
  void replicasThatComeLateOrStayFail() throws IOException {
    Run run = run(scaling(10, 20), ScalingChecksTest::follows, SampleRun.HEALTHY);
    assertThat(check(run, "scale out").status()).isEqualTo(Status.FAIL);
    assertThat(check(run, "scale in").status()).isEqualTo(Status.FAIL);
    assertThat(Gate.judge(run).result()).isEqualTo(Result.FAIL);
    Run stays = run(scaling(30, 60), at -> at < 90 ? 1 : 4, SampleRun.HEALTHY);
    assertThat(check(stays, "scale in").sentence())
        .isEqualTo(
            "Scaling in: the load had fallen at second 140; replicas did not come down from 4 in"
                + " the 100 s that were left, within 60 s promised");
    assertThat(check(stays, "replicas").status()).isEqualTo(Status.FAIL);
    Run never = run(scaling(30, 60), at -> 1, SampleRun.HEALTHY);
    assertThat(check(never, "scale out").status()).isEqualTo(Status.FAIL);
    assertThat(check(never, "scale out").sentence())
        .endsWith("; replicas stayed at 1, more of them promised within 30 s");
    assertThat(check(never, "replicas").sentence()).startsWith("Replicas: 1 all the time, ");
    assertThat(check(never, "promises broken while scaling").sentence())
        .startsWith("While it was to scale, ");
    assertThat(ScalingChecks.of(never))
        .extracting(Check::metric)
        .as("what was never added cannot be taken back")
        .doesNotContain("scale in");
    assertThat(Gate.judge(never).result()).isEqualTo(Result.FAIL);
  }

  @Test
  void replicasThatAreThereBeforeTheLoadHasRisenAreInTime() throws IOException {
    Run run = run(scaling(5, 60), at -> at < 70 ? 1 : at < 150 ? 3 : 1, SampleRun.HEALTHY);
    assertThat(check(run, "scale out").value()).isZero();
    assertThat(check(run, "scale out").sentence()).contains("before it had risen, at second 70");
  }

  @Test
  void aPromiseThatIsBrokenOnlyWhileScalingFailsThere() throws IOException {
    TargetModel slow =
        (request, second, random) ->
            second > 75 && second < 100 ? 700 : SampleRun.HEALTHY.answer(request, second, random);
    Run run = run(scaling(30, 60), ScalingChecksTest::follows, slow);
    Check promises = check(run, "promises broken while scaling");
    assertThat(promises.status()).isEqualTo(Status.FAIL);
    assertThat(promises.value()).isEqualTo(1);
    assertThat(promises.sentence())
        .startsWith("While it scaled, second 61 to 101: All requests: p95 7")
        .endsWith("at most 400 ms promised");
  }

  @Test
  void whatCannotBeToldIsNoPass() throws IOException {
    Run shortly = run(scaling(30, 200), at -> at < 90 ? 1 : 3, SampleRun.HEALTHY);
    assertThat(check(shortly, "scale in").status())
        .as("100 s are left, and it may take 200")
        .isEqualTo(Status.INSUFFICIENT);
    Run gone =
        run(
            new Scaling("pods", Duration.ofSeconds(30), null, null, null),
            at -> 1,
            SampleRun.HEALTHY);
    assertThat(check(gone, "replicas").status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(check(gone, "replicas").sentence())
        .contains("no resource \"pods\" tells of replicas; there are replicas");
    Run silent =
        run(scaling(30, 60), at -> at < 50 || at > 120 ? 1 : Double.NaN, SampleRun.HEALTHY);
    assertThat(check(silent, "scale out").status())
        .as("known before and after, and 1 when it is known again")
        .isEqualTo(Status.FAIL);
  }

  @Test
  void thatNothingWasTakenBackIsNoPassWhereNothingWasAdded() throws IOException {
    Scaling in = new Scaling("replicas", null, Duration.ofSeconds(60), null, null);
    Run run = run(in, at -> 1, SampleRun.HEALTHY);
    assertThat(check(run, "scale in").status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(check(run, "scale in").sentence())
        .isEqualTo(
            "Scaling in: there were never more than 1 replica, so that nothing was to be taken"
                + " back");
  }

  @Test
  void whereThereIsNoMostTheFewestAreSaid() throws IOException {
    Scaling least = new Scaling("replicas", null, null, 1L, null);
    Check check = check(run(least, ScalingChecksTest::follows, SampleRun.HEALTHY), "replicas");
    assertThat(check.value()).isEqualTo(1);
    assertThat(check.limit()).isEqualTo(1);
    assertThat(check.sentence()).isEqualTo("Replicas: 1 to 3, at least 1 promised");
  }

  @Test
  void aLoadThatNeverRisesScalesNothing() throws IOException {
    Plan flat =
        SampleRun.plan(2, List.of(SampleRun.phase("hold", 60, false, 1)), SLOS)
            .scaling(scaling(30, 60));
    Run run =
        RunRecords.of(folder, flat, SampleRun.HEALTHY)
            .consumed(at -> List.of(new Reading("replicas", Unit.COUNT, 1, null, null)))
            .run();
    assertThat(check(run, "scale out").status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(check(run, "scale out").sentence()).contains("the load never rose by a fifth");
  }
}
