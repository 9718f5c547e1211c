package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Footprint;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogSizeTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          Map.of(
              "Browse", new Catalogue.Entry(List.of("a"), 20),
              "Write", new Catalogue.Entry(List.of("b"), 10)));

  private static long bytes(Mix mix) {
    Plan plan = Plans.of(100, mix, Plans.hold("s", 1, Duration.ofSeconds(100)));
    return LogSize.of(Schedule.of(plan), CATALOGUE).bytes();
  }

  @Test
  void requestsAreThoseOfTheFootprintsAndWithoutOneTheMostThatAUserSends() {
    assertThat(bytes(new Mix(Map.of("Browse", 1))))
        .as("10,000 users of 20 requests, 100 s of health")
        .isEqualTo(10_000 * (24 + 20 * 28) + 100 * 150);
    Map<String, Integer> weights = Map.of("Browse", 1, "Write", 1);
    assertThat(bytes(new Mix(weights, Map.of("Browse", new Footprint(9.4, 1_000)))))
        .as("9.4 and 10 requests, half and half")
        .isCloseTo(Math.round(10_000 * (24 + 9.7 * 28)) + 100 * 150, within(2L));
  }

  @Test
  void aRunWhoseRecordsDoNotFitIsToldWhatWouldHelp() {
    LogSize size = new LogSize(100L << 20);
    assertThat(size.problem(700L << 20, 512L << 20, "/results")).isEmpty();
    assertThat(size.problem(600L << 20, 512L << 20, "/results"))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .contains("take about 100 MiB, 600 MiB are free in /results, and 512 MiB")
                    .contains("lower the rate or the duration"));
  }
}
