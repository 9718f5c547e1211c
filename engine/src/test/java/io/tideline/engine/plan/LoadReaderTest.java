package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadReaderTest extends WrittenPlan {
  @Test
  void aDurationStretchesTheMeasuredPhasesAndLeavesTheWarmUp() {
    Plan plan = read(GOOD, "scenario", "steady", "duration", "2m");
    assertThat(plan.load().phases())
        .extracting(Phase::duration)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
  }

  @Test
  void speedupShortensEveryPhaseAndKeepsTheRate() {
    Plan plan = read(GOOD, "scenario", "day", "speedup", "60", "rate", "7");
    assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(24));
    assertThat(plan.load().rate()).isEqualTo(7);
    assertThat(plan.load().speedup()).isEqualTo(60);
  }

  @Test
  void arrivalsAreEvenUnlessThePlanWantsThemPoisson() {
    assertThat(read(GOOD, "scenario", "steady").load().arrivals()).isEqualTo(Load.Spread.EVEN);
    String poisson = GOOD.replace("rate = 5", "rate = 5, arrivals = poisson");
    assertThat(read(poisson, "scenario", "steady").load().arrivals())
        .isEqualTo(Load.Spread.POISSON);
    assertThat(problems(GOOD.replace("rate = 5", "arrivals = random"), "scenario", "steady").get(0))
        .contains("arrivals: \"random\" is no way to spread arrivals; write for example even or");
  }

  @Test
  void aSliceIsOneOfSoMany() {
    assertThat(read(GOOD, "scenario", "steady", "slice", "1/3").load().slice())
        .isEqualTo(new Slice(1, 3));
    for (String wrong : List.of("3/3", "-1/3", "1", "a/b", "0/0")) {
      assertThat(problems(GOOD, "scenario", "steady", "slice", wrong))
          .containsExactly(
              "-Dslice="
                  + wrong
                  + ": is no slice; write for example 0/3, 1/3 and 2/3 for three"
                  + " generators");
    }
  }
}
