package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A soak that leaks, in a minute; {@link SoaksIT} has longer ones of all kinds. */
class CompressedSoakIT {
  /** Four hours in a minute, so that a minute has the blocks of a soak. */
  private static final int SPEEDUP = 240;

  @TempDir Path results;

  @Test
  void soak() throws Exception {
    try (GatlingProcess process =
        CompressedRun.start(
            results,
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
