package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetReaderTest extends WrittenPlan {
  @Test
  void anEnvironmentBringsItsTargetAndItsCaps() {
    Plan plan = read(GOOD, "scenario", "steady", "env", "staging");
    assertThat(plan.target().baseUrl()).isEqualTo("https://staging.example");
    assertThat(plan.target().hosts()).containsExactly("staging.example");
    assertThat(plan.limits().rate()).isEqualTo(20);
    assertThat(plan.target().credentials().headers()).containsEntry("X-Key", "STAGING_KEY");
    OffPeak window = plan.target().offPeak();
    assertThat(window).isNotNull();
    assertThat(window.contains(ZonedDateTime.parse("2026-01-01T23:30:00Z"))).isTrue();
    assertThat(window.contains(ZonedDateTime.parse("2026-01-01T05:59:00Z"))).isTrue();
    assertThat(window.contains(ZonedDateTime.parse("2026-01-01T12:00:00Z"))).isFalse();
  }

  @Test
  void aHostThatIsNotNamedIsRefusedWithTheWayToAllowIt() {
    assertThat(problems(GOOD, "scenario", "steady", "baseUrl", "http://example.org:8080"))
        .containsExactly(
            "-DbaseUrl=http://example.org:8080: no load may go to example.org; environment local allows"
                + " localhost, 127.0.0.1, [::1]. To allow it, name it in environments.local.hosts of the"
                + " plan file");
    assertThat(
            problems(GOOD, "scenario", "steady", "env", "staging", "baseUrl", "http://localhost:1"))
        .anyMatch(p -> p.contains("no load may go to localhost"));
  }

  @Test
  void aBaseUrlThatIsNoneIsRefused() {
    for (String url :
        List.of(
            "localhost:8080", "ftp://localhost", "http://", "http://a b", "http://u:p@localhost")) {
      assertThat(problems(GOOD, "scenario", "steady", "baseUrl", url))
          .as(url)
          .anyMatch(p -> p.contains("is no base URL"));
    }
  }
}
