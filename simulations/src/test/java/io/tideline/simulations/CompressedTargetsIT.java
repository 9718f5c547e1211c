package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scaling, caching and a soak, each by a run of its own; {@link ScaledIT} and {@link SoaksIT} have
 * the whole ones.
 */
class CompressedTargetsIT {
  /** Four hours in a minute, so that a minute has the blocks of a soak. */
  private static final int SPEEDUP = 240;

  @TempDir Path results;

  @Test
  void scaling() throws Exception {
    JudgedRun run =
        CompressedRun.passes(
            CompressedRun.run(
                results,
                "scenario=scaling",
                "standIn=--workers=1..2 --scale-on=requests/s=40 --cool-down=3s --start-delay=1s"
                    + " --pool-size=4"),
            "slo/scaling/scale-out",
            "slo/scaling/scale-in");
    assertThat(run.value("slo/scaling/scale-in")).as("a cool-down at least").isPositive();
  }

  @Test
  void caching() throws Exception {
    JudgedRun run =
        CompressedRun.passes(
            CompressedRun.run(results, "scenario=caching", "standIn=--cache-warm-up=10s"),
            "slo/caching/renderings",
            "validity/sessions");
    assertThat(run.value("slo/caching/renderings")).isBetween(0.7, 1.0);
  }

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
