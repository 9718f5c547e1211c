package io.tideline.reports.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {
  private static final BandSettings STANDARD = BandSettings.STANDARD;

  @ParameterizedTest(name = "{0} earlier runs: {1} deviations")
  @CsvSource({"3, 2.24", "5, 2.04", "10, 1.86", "20, 1.76"})
  void theScreenLiesTheKnownNumberOfDeviationsAboveTheMean(int runs, double deviations) {
    List<Double> earlier = spread(runs, 0.1);
    Band band = Band.of(earlier, new Noise(0.1, true), 0, STANDARD);

    assertThat(band.spread().deviation()).isCloseTo(0.1, within(1e-9));
    assertThat(band.reach(0.05) / 0.1).isCloseTo(deviations, within(0.005));
  }

  @Test
  void aSpreadOfZeroIsModeratedByTheEnvironment() {
    Spread spread =
        Band.of(Collections.nCopies(5, 1.0), new Noise(0.1, true), 0, STANDARD).spread();

    assertThat(spread.freedom()).isEqualTo(8);
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(4 * 0.01 / 8), within(1e-12));
  }

  @Test
  void chanceAndReachAreInverse() {
    Band band = Band.of(spread(6, 0.05), new Noise(0.04, true), 0, STANDARD);

    assertThat(band.chance(band.mean() + band.reach(0.013))).isCloseTo(0.013, within(1e-9));
  }

  @Test
  void noDifferenceBelowTheLeastMatters() {
    Band band = Band.of(Collections.nCopies(20, 0.0), new Noise(0.001, true), 0.03, STANDARD);

    assertThat(band.reach(0.05)).isEqualTo(0.03);
    assertThat(band.matters(0.029)).isFalse();
    assertThat(band.matters(0.031)).isTrue();
  }

  @Test
  void theDetectableRiseIsTheOneThatSimulationFinds() {
    for (double noise : new double[] {0.03, 0.10}) {
      Band band = Band.of(spread(5, noise), new Noise(noise, true), Math.log(1.03), STANDARD);
      double simulated = new Environment(Shape.NORMAL, noise, 0, 5, 4).foundWithPower(0.8, 1_500);

      assertThat(Math.expm1(Detectable.of(band, 0.05))).isCloseTo(simulated, within(0.2 * noise));
    }
  }

  @Test
  void holmStopsAtTheFirstChanceThatIsTooLarge() {
    assertThat(Holm.fall(List.of(0.06, 0.01, 0.02), 0.05)).containsExactly(false, true, true);
    assertThat(Holm.fall(List.of(0.04, 0.01, 0.02), 0.05)).containsExactly(true, true, true);
    assertThat(Holm.fall(List.of(0.001, 0.03, 0.03), 0.05)).containsExactly(true, false, false);
    assertThat(Holm.fall(List.of(), 0.05)).isEmpty();
  }

  @Test
  void benjaminiAndHochbergLetTheLargestThatFitsDecide() {
    assertThat(BenjaminiHochberg.fall(List.of(0.04, 0.02, 0.2, 0.03), 0.05))
        .containsExactly(false, false, false, false);
    assertThat(BenjaminiHochberg.fall(List.of(0.035, 0.02, 0.2, 0.03), 0.05))
        .containsExactly(true, true, false, true);
  }

  @Test
  void calibrationNeedsEightRunsAndBelievesNoNoiseBelowOnePercent() {
    List<Double> seven = Collections.nCopies(7, 5.0);
    List<Double> eight = Stream.concat(seven.stream(), Stream.of(5.0)).toList();

    assertThatThrownBy(() -> Calibration.of(Map.of("p95", seven)))
        .hasMessage("calibrating needs 8 runs of unchanged code; these are 7");
    Calibration calibration =
        Calibration.of(
            Map.of("flat", eight, "few", seven, "wide", List.of(1., 2., 1., 2., 1., 2., 1., 2.)));
    assertThat(calibration.noise("flat")).isEqualTo(new Noise(0.01, true));
    assertThat(calibration.noise("few")).isEqualTo(Noise.UNKNOWN);
    assertThat(calibration.noise("wide").deviation())
        .isCloseTo(Math.log(2) / 2 * Math.sqrt(8 / 7.0), within(1e-12));
  }

  @Test
  void allFreshRunsWorseThanAllEarlierOnesHappensOnceInAllWaysToPickThem() {
    assertThat(SlowerThanAll.holds(List.of(1., 2., 3.), List.of(3.1, 9.))).isTrue();
    assertThat(SlowerThanAll.holds(List.of(1., 2., 3.), List.of(3.0, 9.))).isFalse();
    assertThat(SlowerThanAll.oneOf(8, 2)).isEqualTo(18);
    assertThat(SlowerThanAll.oneOf(5, 4)).isEqualTo(42);
    assertThat(SlowerThanAll.oneOf(20, 3)).isEqualTo(506);
  }

  @Test
  void aChangeThatLastsIsFoundWhereItHappenedAndARunOfBadLuckIsNot() {
    List<Double> runs = Shape.NORMAL.values(120, 0.03, new SplittableRandom(3));
    List<Double> changed =
        IntStream.range(0, 120)
            .mapToObj(i -> runs.get(i) * (i < 40 ? 1 : i < 90 ? 1.1 : 1))
            .toList();

    assertThat(ChangePoints.of(runs)).isEmpty();
    List<ChangePoint> points = ChangePoints.of(changed);
    assertThat(points).hasSize(2);
    assertThat(points.get(0).index()).isBetween(38, 42);
    assertThat(points.get(1).index()).isBetween(88, 92);
    assertThat(points.get(0).ratio()).isCloseTo(1.1, within(0.02));
    assertThat(ChangePoints.of(runs.subList(0, 5))).isEmpty();
  }

  /** So many values with a sample deviation of {@code deviation} and a mean of 0. */
  private static List<Double> spread(int count, double deviation) {
    List<Double> line = IntStream.range(0, count).mapToObj(i -> (double) i).toList();
    Moments moments = Moments.of(line);
    return line.stream()
        .map(value -> (value - moments.mean()) / moments.deviation() * deviation)
        .toList();
  }
}
