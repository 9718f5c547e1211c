package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.testkit.QuietMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search in a real Gatling process, against a target whose limit is known. */
@Tag("alone")
class BreakingPointIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double LIMIT = 330;

  /** Every time is short; the validity is that of a busy machine. */
  private static final String PLAN =
      """
      defaults {
        mix { Ask = 1 }
        slos = [ { errors = 2 % } ]
        limits { rate = 2000 }
        validity { offered = 99 %, lag-p99 = 1 s, cpu = off, pause = 10 s }
      }
      environments { local { hosts = ["127.0.0.1"] } }
      scenarios {
        stress {
          rate = 100
          search { cap = 16, ramp = 500 ms, settle = 400 ms, measure = 1 s, hold = 5 s, at-least = 200 }
          phases = [
            { name = warm-up, hold = 1, lasts = 3 s, warm-up = true }
            { name = search, hold = 1, lasts = 10 m }
          ]
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theCapacityIsTheTargetsLimitAndTheVerdictPasses() throws Exception {
    QuietMachine.judges(2, this::findsTheLimit);
  }

  private void findsTheLimit() throws Exception {
    Path results = Files.createTempDirectory(folder, "search");
    Path plan = Files.writeString(results.resolve("plan.conf"), PLAN);
    try (LimitedTarget target = new LimitedTarget(LIMIT);
        GatlingProcess run =
            GatlingProcess.start(
                AskingSimulation.class, results, "plan=" + plan, "baseUrl=" + target.url())) {
      assertThat(run.exitCode()).as(run.output()).isZero();
      JsonNode json = JSON.readTree(run.folder().resolve("tideline/run.json").toFile());
      JsonNode capacity = json.get("capacity");
      assertThat(capacity.get("ending").asText()).as(run.output()).isEqualTo("FOUND");
      assertThat(capacity.at("/estimate/limit").asDouble()).isCloseTo(LIMIT, within(0.15 * LIMIT));
      assertThat(capacity.get("held").asDouble()).isCloseTo(LIMIT, within(0.15 * LIMIT));
      assertThat(capacity.at("/firstBreak/metric").asText()).isEqualTo("errors");
      assertThat(json.at("/run/ending").asText()).isEqualTo("completed");
      JsonNode verdict = JSON.readTree(run.folder().resolve("tideline/verdict.json").toFile());
      assertThat(verdict.get("verdict").asText()).as(run.output()).isEqualTo("PASS");
      assertThat(run.output()).contains("Tideline: step 1 (double), 100.0 users per second: good");
    }
  }
}
