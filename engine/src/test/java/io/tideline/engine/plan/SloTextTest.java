package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.plan.Slo.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class SloTextTest {
  @Test
  void aPromiseIsWrittenAsInAPlan() {
    assertThat(
            SloText.parse(
                List.of("p95 = 300 ms, errors = 1 %", "journey = \"A b\", request = C, p99 = 1 s")))
        .containsExactly(
            new Slo(Scope.EVERYTHING, Metric.P95, 300),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01),
            new Slo(new Scope("A b", "C", null), Metric.P99, 1000));
    assertThat(SloText.parse(List.of())).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () -> SloText.parse(List.of("p95 = {", "p96 = 3 ms", "p95 = soon", "journey = A")))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("\"p95 = {\" is no SLO; write for example")
        .hasMessageContaining("p96")
        .hasMessageContaining("soon")
        .hasMessageContaining("an SLO needs a limit");
  }
}
