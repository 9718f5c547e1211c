package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PackedFiguresTest {
  private static final long SEED = 20260104;
  private static final double[] QUANTILES = {0, 0.001, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};

  @Test
  void eachFigureIsThatOfAHistogramToTheLastBit() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 500; round++) {
      Histogram histogram = new Histogram(3);
      TimeCounts counts = new TimeCounts();
      long most = 1 + random.nextLong(1L << random.nextInt(1, 30));
      for (int i = random.nextInt(2_000); i >= 0; i--) {
        long value = random.nextLong(most);
        long times = random.nextInt(20) == 0 ? random.nextLong(1L << 34) : 1;
        histogram.recordValueWithCount(value, times);
        counts.record(value, times);
      }
      assertSame(new PackedFigures(counts.pack()), histogram);
    }
  }

  private static void assertSame(PackedFigures figures, Histogram histogram) {
    assertThat(figures.count()).isEqualTo(histogram.getTotalCount());
    assertThat(figures.mean()).isEqualTo(histogram.getMean());
    assertThat(figures.standardDeviation()).isEqualTo(histogram.getStdDeviation());
    assertThat(figures.min()).isEqualTo(histogram.getMinValue());
    for (double quantile : QUANTILES) {
      assertThat(figures.at(quantile))
          .as("%s", quantile)
          .isEqualTo(histogram.getValueAtPercentile(quantile * 100));
    }
  }

  @Test
  void ofNothingAllFiguresAreZero() {
    PackedFigures none = new PackedFigures(PackedTimes.NONE);

    assertThat(none.count()).isZero();
    assertThat(none.at(0.5)).isZero();
    assertThat(none.mean()).isZero();
    assertThat(none.standardDeviation()).isZero();
    assertThat(none.min()).isZero();
  }
}
