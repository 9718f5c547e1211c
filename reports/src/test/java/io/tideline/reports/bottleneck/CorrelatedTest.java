package io.tideline.reports.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class CorrelatedTest {
  private static final int SERIES = 4_000;
  private static final int BLOCKS = 48;

  /** Each value is {@code phi} times the one before and fresh noise. */
  private static double[] wandering(double phi, SplittableRandom random) {
    double[] values = new double[BLOCKS];
    double last = 0;
    for (int i = 0; i < 20 + BLOCKS; i++) {
      last = phi * last + random.nextGaussian();
      values[Math.max(0, i - 20)] = last;
    }
    return values;
  }

  @Test
  void rankCorrelationIsThatOfTheDifferencesOfRanks() {
    double[] a = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] b = {2, 1, 4, 3, 6, 5, 8, 7};
    Correlated found = Correlated.of(a, b);
    // Without ties rho is 1 - 6 sum d^2 / (n (n^2 - 1)).
    assertThat(found.rho()).isCloseTo(1 - 6 * 8.0 / (8 * 63), within(1e-12));
    assertThat(found.blocks()).isEqualTo(8);
  }

  @Test
  void blocksWithAGapAreLeftOut() {
    double[] a = {1, Double.NaN, 3, 4};
    double[] b = {1, 2, Double.NaN, 4};
    assertThat(Correlated.of(a, b).blocks()).isEqualTo(2);
    assertThat(Correlated.of(a, new double[] {7, 7, 7, 7}).holds()).isFalse();
  }

  @Test
  void neighboursThatAreAlikeAreWorthFewerIndependentOnes() {
    SplittableRandom random = new SplittableRandom(1);
    double[] worth = new double[500];
    double[] alone = new double[500];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = Correlated.of(wandering(0.8, random), wandering(0.8, random)).effective();
      alone[i] = Correlated.of(wandering(0, random), wandering(0, random)).effective();
    }
    // n (1 - 0.64) / (1 + 0.64) = 10.5; autocorrelations of short series come out too small.
    assertThat(DoubleStream.of(worth).average().orElse(0)).isBetween(10.5, 18.0);
    assertThat(DoubleStream.of(alone).average().orElse(0)).isGreaterThan(46);
  }

  @Test
  void seriesThatHaveNothingToDoWithEachOtherAreHardlyEverTakenForMovingTogether() {
    SplittableRandom random = new SplittableRandom(2);
    for (double phi : new double[] {0, 0.5, 0.8, 0.95}) {
      int found = 0;
      int naive = 0;
      for (int i = 0; i < SERIES; i++) {
        Correlated each = Correlated.of(wandering(phi, random), wandering(phi, random));
        found += each.holds() ? 1 : 0;
        naive += Math.abs(each.rho()) * Math.sqrt(BLOCKS - 1.0) >= 2.5 ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "phi %.2f: %.2f %% are said to move together, %.2f %% by n alone%n",
          phi,
          100.0 * found / SERIES,
          100.0 * naive / SERIES);
      assertThat((double) found / SERIES).as("phi %s", phi).isLessThan(0.01);
      if (phi == 0.95) {
        assertThat((double) naive / SERIES).as("by n alone").isGreaterThan(0.2);
      }
    }
  }

  @Test
  void aSeriesThatFollowsAnotherIsFound() {
    SplittableRandom random = new SplittableRandom(3);
    int found = 0;
    for (int i = 0; i < 500; i++) {
      double[] a = wandering(0.5, random);
      double[] b = new double[BLOCKS];
      for (int j = 0; j < BLOCKS; j++) {
        b[j] = Math.exp(a[j]) + 0.3 * random.nextGaussian();
      }
      found += Correlated.of(a, b).holds() ? 1 : 0;
    }
    assertThat(found / 500.0).isGreaterThan(0.95);
  }
}
