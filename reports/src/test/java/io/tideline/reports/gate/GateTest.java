package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final List<Phase> TWO_PHASES =
      List.of(SampleRun.phase("warm-up", 5, true, 1), SampleRun.phase("steady", 30, false, 1));
  private static final Scope OPEN = new Scope("Browse timeline", "Open timeline", null);
  private static final TargetModel SLOW_IN_THE_WARM_UP =
      (request, second, random) -> second < 5 ? 900 : 20;
  private static final TargetModel DEAD_AFTER_10_SECONDS =
      (request, second, random) -> second < 10 ? 20 : -2;

  @TempDir Path folder;

  private Verdict judge(TargetModel target, Slo... slos) throws Exception {
    return judge(
        SampleRun.of(SampleRun.plan(10, TWO_PHASES, List.of(slos)), target, Duration.ZERO));
  }

  private Verdict judge(SampleRun sample) throws Exception {
    ResultsFolder.Contents contents = new ResultsFolder(sample.writeTo(folder)).read();
    return Gate.judge(contents.run(), contents.plan().slos(), contents.plan().validity());
  }

  private static Check slo(Verdict verdict) {
    return verdict.checks().stream()
        .filter(c -> c.kind() == Check.Kind.SLO)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTargetThatKeepsItsPromisesPasses() throws Exception {
    Verdict verdict =
        judge(
            (request, second, random) -> 20,
            new Slo(OPEN, Metric.P95, 20),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0));

    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.reasons()).isEmpty();
    assertThat(verdict.checks()).allMatch(check -> check.status() == Status.PASS);
  }

  @Test
  void oneMillisecondAboveTheLimitFails() throws Exception {
    Verdict verdict = judge((request, second, random) -> 21, new Slo(OPEN, Metric.P95, 20));

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.reasons())
        .singleElement()
        .asString()
        .startsWith("Browse timeline / Open timeline: p95 21 ms, at most 20 ms promised (");
  }

  @Test
  void theWarmUpIsLeftOutUnlessItIsNamed() throws Exception {
    Slo slo = new Slo(OPEN, Metric.MAX, 100);
    Slo inWarmUp = new Slo(new Scope(null, null, "warm-up"), Metric.MAX, 100);

    assertThat(judge(SLOW_IN_THE_WARM_UP, slo).result()).isEqualTo(Result.PASS);
    assertThat(judge(SLOW_IN_THE_WARM_UP, inWarmUp).result()).isEqualTo(Result.FAIL);
  }

  @Test
  void tooFewRequestsForAPercentileProveNothing() throws Exception {
    Verdict verdict = judge((request, second, random) -> 20, new Slo(OPEN, Metric.P999, 100));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(slo(verdict).status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(slo(verdict).sentence())
        .endsWith("p999 needs 3,688; run longer, at a higher rate, or promise a lower percentile");
  }

  @Test
  void aRequestThatWasNeverSeenProvesNothing() throws Exception {
    for (Metric metric : List.of(Metric.P95, Metric.ERRORS, Metric.MAX)) {
      Verdict verdict =
          judge((request, second, random) -> 20, new Slo(new Scope(null, "Opne", null), metric, 1));

      assertThat(verdict.result()).isEqualTo(Result.INVALID);
      assertThat(slo(verdict).value()).isNull();
      assertThat(slo(verdict).sentence())
          .isEqualTo(
              "Opne of all journeys: no request was seen;"
                  + " check the name, or run until users get there");
    }
  }

  @Test
  void aTargetThatDiesFailsAndIsNotLetOffForAnsweringTooLittle() throws Exception {
    Verdict verdict =
        judge(
            DEAD_AFTER_10_SECONDS,
            new Slo(OPEN, Metric.P95, 100),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01));

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.reasons()).hasSize(2);
    assertThat(verdict.reasons().get(0)).contains("p95 needs 72; ").endsWith("took the others");
  }

  @Test
  void invalidOutweighsFailButBothAreListed() throws Exception {
    Verdict verdict =
        judge(
            (request, second, random) -> 50,
            new Slo(OPEN, Metric.P95, 10),
            new Slo(OPEN, Metric.P999, 100));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons()).hasSize(2);
    assertThat(verdict.reasons().get(0)).contains("p999 needs");
    assertThat(verdict.reasons().get(1)).contains("p95 50 ms");
  }

  @Test
  void usersThatStartLateMakeTheRunInvalidWithFigureLimitAndHelp() throws Exception {
    SampleRun late =
        SampleRun.of(
            SampleRun.plan(10, TWO_PHASES, List.of()), SampleRun.HEALTHY, Duration.ofMillis(80));

    Verdict verdict = judge(late);

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons())
        .containsExactly(
            "Injection lag p99 80 ms, at most 50 ms wanted; give the generator more processor time,"
                + " lower the rate, or use more generators");
  }

  @Test
  void usersThatNeverStartedMakeTheRunInvalid() throws Exception {
    SampleRun sample =
        SampleRun.of(SampleRun.plan(10, TWO_PHASES, List.of()), SampleRun.HEALTHY, Duration.ZERO)
            .losingEvery(20);

    Verdict verdict = judge(sample);

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons())
        .anySatisfy(
            reason ->
                assertThat(reason)
                    .startsWith(
                        "285 of 300 due users started in steady (95 %, at least 99 % wanted); "));
  }

  @Test
  void aRunWithoutRequestsProvesNothing() throws Exception {
    SampleRun onlyWarmUp =
        SampleRun.of(
            SampleRun.plan(2, List.of(SampleRun.phase("warm-up", 2, true, 1)), List.of()),
            SampleRun.HEALTHY,
            Duration.ZERO);

    assertThat(judge(onlyWarmUp).reasons())
        .anySatisfy(reason -> assertThat(reason).startsWith("No request was made"));
  }
}
