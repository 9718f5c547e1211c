package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsReaderTest extends WrittenPlan {
  @Test
  void anEnvironmentMakesACapTighterAndNeverLooser() {
    String capped = GOOD.replace("rate = 5", "rate = 5, limits { rate = 7 }");
    assertThat(read(capped, "scenario", "steady", "env", "staging").limits().rate()).isEqualTo(7);
    String loose = capped.replace("limits { rate = 7 }", "limits { rate = 70 }");
    assertThat(read(loose, "scenario", "steady", "env", "staging").limits().rate()).isEqualTo(20);
  }
}
