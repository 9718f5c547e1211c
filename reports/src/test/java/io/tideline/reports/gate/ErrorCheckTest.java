package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.LogEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCheckTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} errors of {1} requests at a limit of {2}: {3}")
  @CsvSource({
    "0, 1, 0.01, INSUFFICIENT",
    "0, 99, 0.01, INSUFFICIENT",
    "0, 100, 0.01, PASS",
    "0, 999, 0.001, INSUFFICIENT",
    "0, 1000, 0.001, PASS",
    "0, 1, 0, INSUFFICIENT",
    "0, 9, 0, INSUFFICIENT",
    "0, 10, 0, PASS",
    "1, 2, 0.6, INSUFFICIENT",
    "0, 9, 0.5, INSUFFICIENT",
    "1, 10, 0.5, PASS",
    "14, 14, 0.07, FAIL",
    "1, 15, 0.07, PASS",
    "1, 100, 0.01, PASS",
    "2, 100, 0.01, FAIL",
    "1, 99, 0.01, INSUFFICIENT",
    "1, 10, 0.01, INSUFFICIENT",
    "1, 4, 0.01, FAIL",
    "5, 10, 0.01, FAIL",
    "1, 10, 0, FAIL",
    "10, 10, 1, PASS"
  })
  void aShareIsJudgedByItsLimitUnlessOneFailureAloneIsAboveIt(
      int errors, int requests, double limit, Status status) throws Exception {
    LogEncoder log = new LogEncoder("3.15.1", 0, List.of("Browse"));
    for (int i = 0; i < requests; i++) {
      log.request(List.of("Browse", "Open"), i, i + 5, i < errors ? "500" : "");
    }
    Files.write(folder.resolve("simulation.log"), log.bytes());

    Check check =
        ErrorCheck.of(
            new ResultsFolder(folder).read().run(),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, limit));

    assertThat(check.status()).as(check.sentence()).isEqualTo(status);
    assertThat(check.value()).isEqualTo((double) errors / requests);
    assertThat(check.samples()).isEqualTo(requests);
  }

  @Test
  void theUpperTailIsThatOfTheBinomialDistribution() {
    assertThat(Binomial.atLeast(0, 10, 0.5)).isEqualTo(1);
    assertThat(Binomial.atLeast(1, 10, 0)).isZero();
    assertThat(Binomial.atLeast(5, 10, 0.5)).isCloseTo(0.623046875, within(1e-12));
    assertThat(Binomial.atLeast(2, 50, 0.01)).isCloseTo(0.0894353, within(1e-6));
    assertThat(Binomial.atLeast(10, 10, 0.5)).isCloseTo(Math.pow(0.5, 10), within(1e-12));
  }
}
