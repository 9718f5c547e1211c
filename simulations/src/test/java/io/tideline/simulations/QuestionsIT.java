package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.testkit.QuietMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Each question of the plan, by a run of its own; {@link ResilienceIT}, {@link ScaledIT} and {@link
 * SoaksIT} have the whole scenarios. The runs wait most of their time, and so are made side by
 * side.
 */
@Execution(ExecutionMode.CONCURRENT)
class QuestionsIT {
  /** Four hours in a minute, so that a minute has the blocks of a soak. */
  private static final int SPEEDUP = 240;

  @TempDir Path folder;

  /** What is asserted of a run. */
  @FunctionalInterface
  private interface Judged {
    void of(JudgedRun run) throws Exception;
  }

  /** Faults and their recovery have their times, which a machine that is too busy may miss. */
  private void asks(Judged judged, String... options) throws Exception {
    QuietMachine.judges(
        2,
        () -> {
          Path results = Files.createTempDirectory(folder, "run");
          judged.of(CompressedRun.run(results, options));
        });
  }

  private void passes(String scenario, String... checks) throws Exception {
    asks(run -> CompressedRun.passes(run, checks), "scenario=" + scenario);
  }

  @Test
  void resilience() throws Exception {
    asks(
        run -> {
          CompressedRun.passes(
              run,
              "resilience/recovery/black hole",
              "resilience/recovery/resets",
              "resilience/writes/lost",
              "resilience/writes/duplicated",
              "resilience/breaker/black hole/opens",
              "resilience/breaker/black hole/closes",
              "resilience/shedding/within");
          assertThat(run.value("resilience/breaker/black hole/opens")).isPositive();
        },
        "scenario=resilience");
  }

  @Test
  void overload() throws Exception {
    passes("overload", "resilience/shedding/within", "resilience/shedding/refused");
  }

  @Test
  void failover() throws Exception {
    passes("failover", "resilience/recovery/primary killed", "resilience/writes/lost");
  }

  @Test
  void network() throws Exception {
    passes(
        "network",
        "resilience/recovery/torn",
        "resilience/recovery/half replies",
        "resilience/recovery/database cut off",
        "resilience/writes/lost");
  }

  @Test
  void scaling() throws Exception {
    asks(
        run -> {
          CompressedRun.passes(run, "slo/scaling/scale-out", "slo/scaling/scale-in");
          assertThat(run.value("slo/scaling/scale-in")).as("a cool-down at least").isPositive();
        },
        "scenario=scaling",
        "standIn=--workers=1..2 --scale-on=requests/s=40 --cool-down=3s --start-delay=1s"
            + " --pool-size=4");
  }

  @Test
  void caching() throws Exception {
    asks(
        run -> {
          CompressedRun.passes(run, "slo/caching/renderings", "validity/sessions");
          assertThat(run.value("slo/caching/renderings")).isBetween(0.7, 1.0);
        },
        "scenario=caching",
        "standIn=--cache-warm-up=10s");
  }

  @Test
  void soak() throws Exception {
    try (GatlingProcess process =
        CompressedRun.start(
            folder,
            "scenario=baseline",
            "duration=4h",
            "speedup=" + SPEEDUP,
            "rate=6",
            "standIn=--delays=*=20 --collect-every=2s --leak-files=5")) {
      Truth truth = Truth.of(process);
      JudgedRun run = JudgedRun.of(process);
      run.print("soak", "drift/.*");
      assertThat(run.result()).as(run.output()).isEqualTo("FAIL");
      assertThat(run.failing()).as(run.output()).contains("drift/open files");
      JsonNode trend = run.check("drift/open files").required("trend");
      assertThat(trend.required("slopePerHour").asDouble())
          .as("files more in an hour of the plan")
          .isCloseTo(
              truth.perSecond("memories_leaked_files") * 3_600 / SPEEDUP, withinPercentage(25));
    }
  }
}
