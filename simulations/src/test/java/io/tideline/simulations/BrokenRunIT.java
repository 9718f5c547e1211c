package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.fixtures.StandIn;
import io.tideline.fixtures.StandInOptions;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.report.Analysis;
import io.tideline.testkit.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Runs that miss their promises, lose their target, are interrupted or killed. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenRunIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Enough of a log that the run is surely under way. */
  private static final int UNDER_WAY_BYTES = 16_000;

  @TempDir Path results;

  private JsonNode json(GatlingProcess run, String name) throws IOException {
    return JSON.readTree(run.folder().resolve("tideline").resolve(name).toFile());
  }

  /** A run that fills its log fast. */
  private GatlingProcess started(String... options) throws IOException {
    Stream<String> own = Stream.of(HastyPlan.in(results), "scenario=smoke", "rate=30");
    return GatlingProcess.start(
        results, Stream.concat(own, Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void aBrokenPromiseFailsTheRunAndGatlingsReportIsStillMade() throws Exception {
    Path plan = results.resolve("strict.conf");
    String strict = "scenarios.smoke.slos = [ { p50 = 1 us, errors = 1 % } ]";
    Files.writeString(plan, HastyPlan.text() + strict);
    try (GatlingProcess run =
        GatlingProcess.start(results, "plan=" + plan, "scenario=smoke", "duration=5s", "rate=6")) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
      assertThat(json(run, "verdict.json").get("verdict").asText()).isEqualTo("FAIL");
      assertThat(run.output()).contains("Verdict: FAIL");
      assertThat(run.folder().resolve("index.html")).isRegularFile();
    }
  }

  @Test
  void aTargetThatDiesInMidRunGivesFailAndNothingHangs() throws Exception {
    try (StandIn target = StandIn.start(StandInOptions.loggingTo(results.resolve("target.log")));
        GatlingProcess run = started("duration=8s", "baseUrl=" + target.baseUri())) {
      run.awaitFile("simulation.log", UNDER_WAY_BYTES);
      ProcessHandle.of(target.pid()).orElseThrow().destroyForcibly();
      assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
      JsonNode verdict = json(run, "verdict.json");
      assertThat(verdict.get("verdict").asText()).as(verdict.toPrettyString()).isEqualTo("FAIL");
      assertThat(json(run, "run.json").at("/run/complete").asBoolean()).isTrue();
      assertThat(json(run, "run.json").get("errors")).isNotEmpty();
    }
  }

  @Test
  void anInterruptedRunIsAnalysedAndMarkedIncomplete() throws Exception {
    try (GatlingProcess run = started("duration=1m")) {
      run.awaitFile("simulation.log", UNDER_WAY_BYTES);
      run.process().destroy();
      run.exitCode();
      assertThat(run.output()).contains("Verdict: INVALID");
      assertThat(json(run, "run.json").at("/run/complete").asBoolean()).isFalse();
      assertThat(json(run, "run.json").at("/run/ending").asText()).isEqualTo("interrupted");
      assertThat(json(run, "verdict.json").get("verdict").asText()).isEqualTo("INVALID");
      assertNothingLeft();
    }
  }

  @Test
  void aKilledRunLeavesNoProcessAndItsFolderCanStillBeAnalysed() throws Exception {
    try (GatlingProcess run = started("duration=1m")) {
      run.awaitFile("simulation.log", UNDER_WAY_BYTES);
      run.process().destroyForcibly();
      run.exitCode();
      Analysis analysis = Analysis.analyze(run.folder());
      assertThat(analysis.verdict().result()).isEqualTo(Result.INVALID);
      assertThat(analysis.run().phases()).hasSize(2);
      assertNothingLeft();
    }
  }

  /** The stand-in and its database are gone within a few seconds. */
  private void assertNothingLeft() throws InterruptedException {
    Waiting.until("no process names " + results, () -> Processes.mentioning(results).isEmpty());
  }
}
