package io.tideline.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {

  /** Distance of the sample's distribution from the exponential one (Kolmogorov and Smirnov). */
  private static double distanceFromExponential(double[] gaps) {
    double[] sorted = gaps.clone();
    Arrays.sort(sorted);
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = 1 - Math.exp(-sorted[i]);
      distance = Math.max(distance, Math.abs(expected - (double) i / sorted.length));
      distance = Math.max(distance, Math.abs(expected - (i + 1.0) / sorted.length));
    }
    return distance;
  }

  private static double[] gaps(long seed, long from, int count) {
    UnitPoisson unit = new UnitPoisson(seed);
    double[] gaps = new double[count];
    for (int i = 0; i < count; i++) {
      double before = from + i == 0 ? 0 : unit.at(from + i - 1);
      gaps[i] = unit.at(from + i) - before;
    }
    return gaps;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 200, 60_000, 130_000})
  void gapsPassAKolmogorovSmirnovTestAlsoWhereLeavesAndChunksMeet(long from) {
    int count = 10_000;
    int rejected = 0;
    for (long seed = 0; seed < 40; seed++) {
      if (distanceFromExponential(gaps(seed, from, count)) > 1.628 / Math.sqrt(count)) {
        rejected++;
      }
    }
    assertThat(rejected).as("of 40 samples, at the 1 %% level").isLessThanOrEqualTo(3);
  }

  @Test
  void gapsOfDifferentSizesOfBlockAreNotCorrelated() {
    double[] gaps = gaps(7, 0, 100_000);
    for (int lag : new int[] {1, 255, 256, 257, 4096}) {
      double sum = 0;
      for (int i = 0; i + lag < gaps.length; i++) {
        sum += (gaps[i] - 1) * (gaps[i + lag] - 1);
      }
      assertThat(sum / (gaps.length - lag)).as("lag " + lag).isCloseTo(0, within(0.016));
    }
  }

  @Test
  void theNumberInAStretchHasMeanAndVarianceOfTheIntegral() {
    RateCurve curve = new Line(0, 40, 20);
    int samples = 3000;
    double mean = 0;
    double squares = 0;
    for (int seed = 0; seed < samples; seed++) {
      long count = Arrivals.poisson(curve, seed).dueBefore(10);
      mean += (double) count / samples;
      squares += (double) count * count / samples;
    }
    assertThat(mean).isCloseTo(100, within(1.0));
    assertThat(squares - mean * mean).isCloseTo(100, within(10.0));
  }

  @Test
  void timesNeverGoBackAndFollowFromSeedAndIndexInAnyOrder() {
    Arrivals arrivals = Arrivals.poisson(new Line(50, 200, 1200), 3);
    Arrivals again = Arrivals.poisson(new Line(50, 200, 1200), 3);
    long[] due = new long[(int) arrivals.count()];
    for (int k = due.length - 1; k >= 0; k--) {
      due[k] = again.dueNanos(k);
    }
    long last = 0;
    for (int k = 0; k < due.length; k++) {
      assertThat(arrivals.dueNanos(k)).isEqualTo(due[k]).isGreaterThanOrEqualTo(last);
      last = due[k];
    }
    assertThat(last).isLessThanOrEqualTo(1_200_000_000_000L);
  }

  @Test
  void countsBeforeAnInstantAgreeWithTheTimes() {
    Arrivals arrivals = Arrivals.poisson(new Line(10, 30, 60).then(new Line(0, 0, 30)), 5);
    long counted = 0;
    for (int second = 0; second <= 90; second++) {
      while (counted < arrivals.count() && arrivals.dueNanos(counted) <= second * 1_000_000_000L) {
        counted++;
      }
      assertThat(arrivals.dueBefore(second)).isEqualTo(counted);
    }
    assertThat(counted).isEqualTo(arrivals.count());
  }

  @Test
  void aDayAtAThousandPerSecondNeedsHardlyAnyMemory() {
    UnitPoisson day = new UnitPoisson(1);
    assertThat(day.countBefore(86_400_000)).isBetween(86_350_000L, 86_450_000L);
    assertThat(day.at(80_000_000)).isCloseTo(80_000_000, within(50_000.0));
  }
}
