package io.tideline.reports.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {
  @ParameterizedTest
  @CsvSource({
    "CRITICAL, 1.00, LIKELY, P1",
    "CRITICAL, 0.49, LIKELY, P2",
    "CRITICAL, 0.09, LIKELY, P3",
    "CRITICAL, 0.09, DOUBTFUL, P4",
    "HIGH, 0.50, SURE, P2",
    "HIGH, 0.50, DOUBTFUL, P3",
    "MEDIUM, 1.00, LIKELY, P3",
    "LOW, 0.01, DOUBTFUL, P4"
  })
  void itFollowsFromSeverityUsersAndSureness(
      Severity severity, double reach, Sureness sureness, Priority expected) {
    assertThat(new Rating(severity, reach, sureness).priority()).isEqualTo(expected);
  }

  @Test
  void severityGrowsWithTheSizeOfTheMiss() {
    assertThat(Severity.ofMiss(1.05)).isEqualTo(Severity.LOW);
    assertThat(Severity.ofMiss(1.3)).isEqualTo(Severity.MEDIUM);
    assertThat(Severity.ofMiss(2)).isEqualTo(Severity.HIGH);
    assertThat(Severity.ofMiss(3)).isEqualTo(Severity.CRITICAL);
    assertThat(Severity.CRITICAL.atMost(Severity.HIGH)).isEqualTo(Severity.HIGH);
  }
}
