package io.tideline.reports.band;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.band.Nights.Told;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A year of nights with a shift of a fifth in it; {@link NightsTable} has the many years. */
class YearOfNightsTest {
  private static final int YEAR = 365;
  private static final int SHIFT = 120;

  private static Told year(int fresh, boolean marking, boolean accepts, long seed) {
    return new Nights(Shape.NORMAL, 0.03, SHIFT, 0.2, fresh, marking, accepts)
        .through(YEAR, new SplittableRandom(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aShiftThatLastsIsToldOnceOnItsThirdNight(long seed) {
    Told told = year(4, true, false, seed);

    assertThat(told.shifts()).containsExactly(SHIFT + 2);
    assertThat(told.failed()[0]).isLessThanOrEqualTo(2);
    assertThat(told.failed()[1]).as("nobody accepts it").isGreaterThan(240);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void whenAPersonAcceptsItThenTheNightsPassAgain(long seed) {
    Told told = year(4, true, true, seed);

    assertThat(told.shifts()).containsExactly(SHIFT + 2);
    assertThat(told.failed()[1]).isBetween(3, 5);
    assertThat(told.starved()).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void withoutConfirmationTheHistoryNoLongerStarves(long seed) {
    Told before = year(0, false, false, seed);
    Told now = year(0, true, false, seed);

    assertThat(before.starved()).as("as it was without marks").isGreaterThan(200);
    assertThat(now.starved()).isZero();
    assertThat(now.accepted()).isEqualTo(YEAR);
    assertThat(now.suspected()[1]).as("the anchor still sees it").isGreaterThan(200);
  }
}
