package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Resilience and overload, each by a run of its own; {@link ResilienceIT} has the whole scenarios.
 */
class CompressedFaultsIT {
  @TempDir Path results;

  @Test
  void resilience() throws Exception {
    JudgedRun run =
        CompressedRun.passes(
            CompressedRun.run(results, "scenario=resilience"),
            "resilience/recovery/black hole",
            "resilience/recovery/resets",
            "resilience/writes/lost",
            "resilience/writes/duplicated",
            "resilience/breaker/black hole/opens",
            "resilience/breaker/black hole/closes",
            "resilience/shedding/within");
    assertThat(run.value("resilience/breaker/black hole/opens")).isPositive();
  }

  @Test
  void overload() throws Exception {
    CompressedRun.passes(
        CompressedRun.run(results, "scenario=overload"),
        "resilience/shedding/within",
        "resilience/shedding/refused");
  }
}
