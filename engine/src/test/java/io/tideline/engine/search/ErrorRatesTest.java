package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/breaking-point.md promises, on few searches; {@link ErrorRateTable} has the many. */
class ErrorRatesTest {
  private static final int SEARCHES = 30;
  private static final int STAIRCASE = Staircase.STANDARD.steps();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.03, 0.06})
  void of30SearchesAtMostOneOverclaimsAndAtLeast27AreNearTheTruthWithinTheirIntervals(
      double noise) {
    ErrorRates rates = ErrorRates.of(SEARCHES, noise, STAIRCASE);

    assertThat(rates.over(SearchOutcome::limit)).isLessThanOrEqualTo(1);
    assertThat(rates.within(SearchOutcome::limit)).isGreaterThanOrEqualTo(27);
    assertThat(rates.over(SearchOutcome::loadToLimit)).isZero();
    assertThat(rates.count(SearchOutcome::limitCovered)).isGreaterThanOrEqualTo(26);
    assertThat(rates.count(SearchOutcome::loadCovered)).isGreaterThanOrEqualTo(26);
  }

  @Test
  void threeInAHundredStepsBadForNoReasonSpoilFewSearches() {
    int near = 0;
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(77L * seed + 5);
      double limit = 0.1 * Math.pow(300, random.nextDouble());
      SearchSettings settings =
          new SearchSettings(
              new LoadRange(0.01, 1, 1_000),
              Staircase.STANDARD,
              StepTimes.STANDARD,
              Duration.ofHours(10));
      Capacity found = new SimulatedTarget(limit, 0.03, random).search(settings, 0.03);
      double ratio = found.estimate().map(Estimate::limit).orElse(0.0) / limit;
      near += Math.abs(ratio - 1) <= 0.05 ? 1 : 0;
    }

    assertThat(near).isBetween(54, 60);
  }
}
