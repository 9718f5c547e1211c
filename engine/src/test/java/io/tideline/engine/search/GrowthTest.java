package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
  private static final int SECONDS = 60;

  /** Poisson arrivals and exponential stays in a target that keeps up, seen for a minute. */
  @ParameterizedTest
  @CsvSource({"8, 12", "8, 0.5", "50, 12", "200, 5", "1000, 0.2"})
  void aTargetThatKeepsUpIsCalledGrowingInAtMostOneOf200Steps(double rate, double stay) {
    SplittableRandom random = new SplittableRandom(11);
    int alarms = 0;
    for (int i = 0; i < 400; i++) {
      alarms +=
          Growth.of(levels(random, rate, stay), Math.round(rate * SECONDS)).isPresent() ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(2);
  }

  @Test
  void arrivalsFivePerCentAboveWhatGetsDonePileUp() {
    SplittableRandom random = new SplittableRandom(12);
    List<Integer> levels = new ArrayList<>();
    int second = 0;
    for (int level : levels(random, 100, 2)) {
      levels.add(level + 5 * second++);
    }

    Breach breach = Growth.of(levels, 6_000).orElseThrow();

    assertThat(breach.scope()).isEqualTo(Breach.USERS);
    assertThat(breach.value()).isGreaterThan(0.5);
  }

  @Test
  void aLevelThatSettlesInTheFirstHalfDoesNotGrow() {
    List<Integer> settling = new ArrayList<>();
    for (int i = 0; i < SECONDS; i++) {
      settling.add((int) Math.round(1_000 * (1 - 0.6 * Math.exp(-i / 8.0))));
    }
    assertThat(Growth.of(settling, 100_000)).isEmpty();
  }

  @Test
  void tooFewValuesSayNothing() {
    assertThat(Growth.of(List.of(1, 20, 300), 300)).isEmpty();
    assertThat(Growth.of(List.of(), 0)).isEmpty();
    assertThat(SenSlope.of(List.of(7))).isZero();
  }

  private static List<Integer> levels(SplittableRandom random, double rate, double stay) {
    double warm = 12 * stay;
    int[] levels = new int[SECONDS];
    for (double at = 0; at < warm + SECONDS; at += random.nextExponential() / rate) {
      double from = at - warm;
      double to = from + stay * random.nextExponential();
      for (int s = Math.max(0, (int) Math.ceil(from)); s < Math.min(SECONDS, to); s++) {
        levels[s]++;
      }
    }
    return Arrays.stream(levels).boxed().toList();
  }
}
