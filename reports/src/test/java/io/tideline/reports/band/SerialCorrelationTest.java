package io.tideline.reports.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialCorrelationTest {
  private static final int SERIES = 4_000;

  @Test
  void whatRunsInARowShowIsWhatSimulationFinds() {
    for (int count : new int[] {8, 16}) {
      double shown =
          IntStream.range(0, SERIES)
              .mapToDouble(seed -> variance(series(count, seed)))
              .average()
              .orElseThrow();

      assertThat(SerialCorrelation.shownVariance(0.5, count)).isCloseTo(shown, within(0.03));
    }
    assertThat(SerialCorrelation.shownVariance(0, 8)).isCloseTo(1, within(1e-12));
  }

  private static List<Double> series(int count, long seed) {
    return Logs.of(Shape.INHERITED.values(count, 1, new SplittableRandom(7_919 * seed)));
  }

  private static double variance(List<Double> series) {
    Moments moments = Moments.of(series);
    return moments.squares() / moments.freedom();
  }

  @Test
  void theEstimateOfALongSeriesIsItsCorrelation() {
    assertThat(SerialCorrelation.of(series(5_000, 1))).isCloseTo(0.5, within(0.05));
  }

  @Test
  void neitherAlternatingNorEqualRunsAreCorrelated() {
    assertThat(SerialCorrelation.of(List.of(1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0))).isZero();
    assertThat(SerialCorrelation.of(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0))).isZero();
  }

  @Test
  void aTrendIsNotTakenForMoreThanTheMost() {
    assertThat(SerialCorrelation.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)))
        .isEqualTo(SerialCorrelation.MOST);
  }
}
