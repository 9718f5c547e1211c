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

  @Test
  void usersAreLimitedByPlanEnvironmentAndOptionWhicheverIsTightest() {
    assertThat(read(GOOD, "scenario", "steady").limits().users()).isNull();
    assertThat(read(GOOD, "scenario", "steady", "users", "500").limits().users()).isEqualTo(500);
    String capped = GOOD.replace("rate = 5", "rate = 5, limits { users = 700 }");
    assertThat(read(capped, "scenario", "steady").limits().users()).isEqualTo(700);
    assertThat(read(capped, "scenario", "steady", "users", "500").limits().users()).isEqualTo(500);
    assertThat(read(capped, "scenario", "steady", "users", "900").limits().users()).isEqualTo(700);
    String environment = capped.replace("limits { rate = 20 }", "limits { users = 300 }");
    assertThat(read(environment, "scenario", "steady", "env", "staging").limits().users())
        .isEqualTo(300);
  }

  @Test
  void aNumberOfUsersThatCannotBeIsRefused() {
    for (String users : new String[] {"0", "-5", "many", "2.5.1"}) {
      assertThat(problems(GOOD, "scenario", "steady", "users", users))
          .singleElement()
          .asString()
          .startsWith("-Dusers=" + users)
          .contains("whole number above 0");
    }
  }
}
