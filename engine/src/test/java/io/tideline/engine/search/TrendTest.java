package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A target that tires while it is searched; {@link TrendTable} has many more searches. */
class TrendTest {
  private static final int SEARCHES = 40;

  @Test
  void aTargetThatTiresIsToldWithItsRate() {
    Capacity found = search(4, 0.01, -0.10);

    Trend trend = found.trend().orElseThrow();
    assertThat(trend.falling()).isTrue();
    assertThat(trend.perHour()).isCloseTo(-0.10, within(0.04));
    assertThat(found.sentence(8))
        .contains("the target held", "% less by the hour while it was searched")
        .contains("take the load that was held, not the fit");
  }

  @Test
  void aTargetThatWarmsUpIsToldToo() {
    assertThat(search(4, 0.01, 0.10).trend().orElseThrow().falling()).isFalse();
  }

  @Test
  void aTargetThatStaysTheSameIsSeldomSuspected() {
    ErrorRates rates = ErrorRates.of(40_000, SEARCHES, 0.03, Staircase.STANDARD.steps(), 0);

    assertThat(rates.count(SearchOutcome::trend)).isLessThanOrEqualTo(6);
  }

  @Test
  void theLoadThatIsReportedIsHeldWhereTheFitOverclaims() {
    ErrorRates rates = ErrorRates.of(50_000, SEARCHES, 0.03, Staircase.STANDARD.steps(), -0.10);

    assertThat(rates.over(SearchOutcome::limit)).isGreaterThan(SEARCHES / 4);
    assertThat(rates.over(SearchOutcome::heldToLimit)).isLessThanOrEqualTo(1);
    assertThat(rates.count(SearchOutcome::trend)).isGreaterThan(SEARCHES / 4);
  }

  @Test
  void tooFewStepsTellNoTrend() {
    SearchSettings settings = SearchSettings.upTo(0.5);

    assertThat(new SimulatedTarget(100, 0.01, new SplittableRandom(1)).search(settings).trend())
        .isEmpty();
  }

  private static Capacity search(double limit, double noise, double perHour) {
    return new SimulatedTarget(limit, noise, new SplittableRandom(11), perHour)
        .search(SearchSettings.upTo(1_000));
  }
}
