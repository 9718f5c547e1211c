package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scaling and caching, each by a run of its own; {@link ScaledIT} has the whole ones. */
class CompressedTargetsIT {
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
}
