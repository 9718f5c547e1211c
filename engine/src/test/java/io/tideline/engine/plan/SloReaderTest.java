package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Slo.Metric;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SloReaderTest extends WrittenPlan {
  @Test
  void anSloOnAnUnknownRequestJourneyOrPhaseNamesThoseThereAre() {
    String text =
        GOOD.replace(
            "{ p95 = 300 ms, errors = 2 % }",
            "{ request = Opn, p95 = 1 s }, { journey = Sing, p95 = 1 s }, { phase = warm-up, p95 = 1 s }");
    assertThat(problems(text, "scenario", "steady"))
        .anyMatch(
            p -> p.contains("there is no request \"Opn\" here; there are") && p.contains("Scroll"))
        .anyMatch(p -> p.contains("there is no journey \"Sing\" here"))
        .anyMatch(p -> p.contains("there is no phase \"warm-up\" here; there are main"));
  }

  @Test
  void anSloMayStopTheRun() {
    String text = GOOD.replace("errors = 2 % }", "errors = 2 %, abort = 30 s }");
    assertThat(read(text, "scenario", "steady").slos())
        .containsExactly(
            new Slo(Scope.EVERYTHING, Metric.P95, 300, Duration.ofSeconds(30)),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.02, Duration.ofSeconds(30)));
    assertThat(
            problems(
                GOOD.replace("errors = 2 % }", "errors = 2 %, abort = 10 ms }"), "scenario", "day"))
        .singleElement()
        .asString()
        .contains("abort: \"10 ms\" is no duration of a second or more");
  }

  @Test
  void aPromiseOnLatencyNeedsOneOnErrorsThatCoversIt() {
    assertThat(problems(GOOD.replace(", errors = 2 %", ""), "scenario", "steady"))
        .singleElement()
        .asString()
        .contains("nothing limits the errors of", "add for example { errors = 1 % }");
    String elsewhere =
        GOOD.replace(
            "{ p95 = 300 ms, errors = 2 % }",
            "{ p95 = 300 ms }, { journey = Browse, errors = 2 % }");
    assertThat(problems(elsewhere, "scenario", "steady")).hasSize(1);
  }

  @Test
  void anSloOnARequestThatTheMixNeverSendsIsRefused() {
    String text =
        GOOD.replace("Browse = 3, Write = 1", "Browse = 3")
            .replace("{ p95 = 300 ms, errors", "{ request = Save, p95 = 1 s }, { errors");
    assertThat(problems(text, "scenario", "steady"))
        .anyMatch(p -> p.contains("there is no request \"Save\" here; there are Open, Scroll"));
  }
}
