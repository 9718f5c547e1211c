package io.tideline.simulations;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Network and failover, each by a run of its own; {@link ResilienceIT} has the whole scenarios. */
class CompressedNetworkIT {
  @TempDir Path results;

  @Test
  void failover() throws Exception {
    CompressedRun.passes(
        CompressedRun.run(results, "scenario=failover"),
        "resilience/recovery/primary killed",
        "resilience/writes/lost");
  }

  @Test
  void network() throws Exception {
    CompressedRun.passes(
        CompressedRun.run(results, "scenario=network"),
        "resilience/recovery/torn",
        "resilience/recovery/half replies",
        "resilience/recovery/database cut off",
        "resilience/writes/lost");
  }
}
