package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegressionReaderTest extends WrittenPlan {
  @Test
  void aPlanSaysWhichRiseMustNotGoUnseenAndWhetherSingleRequestsCount() {
    assertThat(read(GOOD, "scenario", "steady").regression()).isEqualTo(new Regression(null, true));
    String asking =
        GOOD.replace("rate = 5", "rate = 5, regression { detect = 10 %, requests = no }");
    assertThat(read(asking, "scenario", "steady").regression())
        .isEqualTo(new Regression(0.1, false));
    String wrong = GOOD.replace("rate = 5", "rate = 5, regression { detect = 0, confirm = 2 }");
    assertThat(problems(wrong, "scenario", "steady"))
        .anyMatch(problem -> problem.contains("regression.detect: 0 is no rise above 0"))
        .anyMatch(problem -> problem.contains("regression.confirm: is not known here"));
  }
}
