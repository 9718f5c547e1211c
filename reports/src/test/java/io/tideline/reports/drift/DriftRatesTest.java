package io.tideline.reports.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.Series.Truth;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A quick look at what {@link DriftTable} measures: 300 runs, with room for their chance. */
class DriftRatesTest {
  private static final int RUNS = 300;
  private static final long SEED = 7;

  private static double leaks(Series series, double hours, double growth) {
    return new DriftRates(series, hours, growth, DriftRule.AT_THE_END)
        .of(RUNS, SEED)
        .get(Answer.LEAK);
  }

  @ParameterizedTest
  @EnumSource(Series.class)
  void whatDoesNotLeakIsHardlyEverCalledALeak(Series series) {
    assertThat(leaks(series, 24, 0)).as("24 hours").isLessThanOrEqualTo(0.04);
    assertThat(leaks(series, 8, 0)).as("8 hours").isLessThanOrEqualTo(0.12);
  }

  @ParameterizedTest
  @CsvSource({"8, 0.02, 0.83", "8, 0.04, 0.86", "24, 0.005, 0.87", "24, 0.01, 0.93"})
  void aLeakIsFound(double hours, double growth, double least) {
    assertThat(leaks(Series.AUTOCORRELATED, hours, growth)).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({"8, 0.8", "24, 0.95"})
  void aSlowWarmUpConvergesOrNeedsALongerRun(double hours, double least) {
    assertThat(Series.SLOW_WARM_UP.truth()).isEqualTo(Truth.CONVERGES);
    Map<Answer, Double> shares =
        new DriftRates(Series.SLOW_WARM_UP, hours, 0, DriftRule.AT_THE_END).of(RUNS, SEED);

    assertThat(shares.get(Answer.CONVERGING) + shares.get(Answer.UNDECIDED))
        .isGreaterThanOrEqualTo(least);
    assertThat(shares.get(Answer.LEAK)).isLessThanOrEqualTo(0.05);
  }
}
