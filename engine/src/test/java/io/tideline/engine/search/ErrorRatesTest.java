package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/breaking-point.md promises, on few searches; {@link ErrorRateTable} has the many. */
class ErrorRatesTest {
  private static final int SEARCHES = 30;
  private static final int STAIRCASE = Staircase.STANDARD.steps();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.03, 0.06})
  void of30SearchesAtMostOneOverclaimsAndAtLeast27AreNearTheTruth(double noise) {
    ErrorRates rates = ErrorRates.of(SEARCHES, noise, STAIRCASE);

    assertThat(rates.over(SearchOutcome::limit)).isLessThanOrEqualTo(1);
    assertThat(rates.within(SearchOutcome::limit)).isGreaterThanOrEqualTo(27);
    assertThat(rates.over(SearchOutcome::loadToLimit)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.03, 0.06})
  void intervalsCoverTheTruth(double noise) {
    ErrorRates rates = ErrorRates.of(SEARCHES, noise, STAIRCASE);

    assertThat(rates.count(SearchOutcome::limitCovered)).isGreaterThanOrEqualTo(26);
    assertThat(rates.count(SearchOutcome::loadCovered)).isGreaterThanOrEqualTo(26);
  }
}
