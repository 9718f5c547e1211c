package io.tideline.reports.band;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.band.Trial.Outcome;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What docs/regression.md promises, on few runs; {@link RegressionTable} has the many. A bound is
 * what a gate that just keeps its promise would pass with all but one seed in ten thousand.
 */
class ErrorRatesTest {
  private static final int RUNS = 4_000;
  private static final double PROMISED = 0.01;
  private static final double UNLIKELY = 1e-4;
  private static final int[] EARLIER = {3, 5, 10, 20};

  @ParameterizedTest
  @EnumSource
  void unchangedCodeFailsInAtMostOneRunOfAHundred(Shape shape) {
    for (int earlier : EARLIER) {
      long failed = new Environment(shape, 0.05, 0, earlier, 4).failed(0, RUNS);

      assertThat(failed).as("%s, %d earlier runs", shape, earlier).isLessThan(bound(PROMISED));
    }
  }

  /** Eight runs in a row share a mood, and so do those that they are to judge. */
  @Test
  void whereTheNoiseLastsEightCalibratingRunsAreEnough() {
    for (int earlier : EARLIER) {
      long failed = new Environment(Shape.INHERITED, 0.05, 8, earlier, 4).failed(0, RUNS);

      assertThat(failed).as("%d earlier runs", earlier).isLessThan(bound(PROMISED));
    }
  }

  @Test
  void withoutConfirmationFiveTimesAsManyWouldFail() {
    Map<Outcome, Long> outcomes = new Environment(Shape.NORMAL, 0.05, 0, 10, 4).outcomes(0, RUNS);

    assertThat(outcomes.get(Outcome.CALM)).isBetween(RUNS * 94L / 100, RUNS * 97L / 100);
    assertThat(outcomes.get(Outcome.REFUTED)).isGreaterThan(RUNS * 3L / 100);
  }

  @ParameterizedTest
  @CsvSource({"0.02, 0.065", "0.03, 0.10", "0.05, 0.17", "0.10, 0.37"})
  void riseIsFoundInFourOfFiveRunsBesideFiveEarlierOnes(double noise, double rise) {
    Environment environment = new Environment(Shape.NORMAL, noise, 0, 5, 4);

    assertThat(environment.failed(rise, RUNS))
        .isGreaterThan(RUNS - bound(0.2))
        .isLessThan(RUNS * 85L / 100);
  }

  @Test
  void twoFreshRunsFindSomewhatLess() {
    assertThat(new Environment(Shape.NORMAL, 0.05, 0, 5, 2).failed(0.20, RUNS))
        .isGreaterThan(RUNS - bound(0.2));
    assertThat(new Environment(Shape.INHERITED, 0.05, 0, 20, 2).failed(0, RUNS))
        .isLessThan(bound(PROMISED));
  }

  @Test
  void anAnchorFindsTheCreepThatAMovingBandFollows() {
    int sequences = 60;

    assertThat(new Creep(0.01, 10, 0.03, true).found(sequences)).isGreaterThanOrEqualTo(57);
    assertThat(new Creep(0.01, 10, 0.03, false).found(sequences)).isLessThan(35);
  }

  @Test
  void fiftyRequestsRaiseFewFalseAlarmsAndTheSlowOneIsNamed() {
    WholeRun run = new WholeRun(Shape.NORMAL, 0.03, 0, 5, 50);

    assertThat(run.failed(0, 500)).isLessThanOrEqualTo(9);
    assertThat(run.named(0.2, 200)).isGreaterThan(170);
  }

  @Test
  void errorsThatComeInBurstsAreNotTakenForNews() {
    assertThat(new ErrorBursts(0.005, 0.3, 10).failed(1, 300)).isLessThanOrEqualTo(6);
    assertThat(new ErrorBursts(0.005, 0.3, 10).failed(4, 100)).isGreaterThan(85);
  }

  @Test
  void aPairedSessionFindsOnAMachineThatDoublesWhatItFindsOnACalmOne() {
    PairedSessions shared = new PairedSessions(0.7, 0.03, 0);

    assertThat(shared.failed(0, RUNS)).isLessThan(bound(PROMISED));
    assertThat(shared.failed(0.15, RUNS)).isGreaterThan(RUNS * 9L / 10);
  }

  /** More than as many of the runs happen with a chance of 1 in 10,000 only. */
  private static long bound(double chance) {
    return BinomialDistribution.of(RUNS, chance).inverseSurvivalProbability(UNLIKELY);
  }
}
