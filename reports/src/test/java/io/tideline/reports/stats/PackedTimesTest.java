package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Holds what counts a time line against HdrHistogram. */
class PackedTimesTest {
  private static final long SEED = 20260103;

  @Test
  void bucketsAreThoseOfAHistogram() {
    Histogram histogram = new Histogram(3);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 100_000; i++) {
      long value = random.nextLong(1L << 1 + random.nextInt(40));
      int index = TimeCounts.index(value);
      assertThat(TimeCounts.smallest(index)).isEqualTo(histogram.lowestEquivalentValue(value));
      assertThat(TimeCounts.largest(index)).isEqualTo(histogram.highestEquivalentValue(value));
    }
    for (long value : List.of(0L, 1L, 1023L, 1024L, 2047L, 2048L, 2049L, 4095L, 4096L)) {
      assertThat(TimeCounts.smallest(TimeCounts.index(value)))
          .isEqualTo(histogram.lowestEquivalentValue(value));
    }
  }

  @Test
  void theTextIsTheBytesThatAHistogramWrites() {
    SplittableRandom random = new SplittableRandom(SEED);
    try (HistogramText text = new HistogramText()) {
      for (int round = 0; round < 500; round++) {
        Histogram histogram = new Histogram(3);
        TimeCounts counts = new TimeCounts();
        long most = 1 + random.nextLong(1L << random.nextInt(1, 30));
        for (int i = random.nextInt(2_000); i >= 0; i--) {
          long value = random.nextLong(most);
          histogram.recordValue(value);
          counts.record(value);
        }
        assertThat(text.of(counts.pack())).isEqualTo(encoded(histogram));
      }
      assertThat(text.of(PackedTimes.NONE)).isNull();
    }
  }

  private static String encoded(Histogram histogram) {
    ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  @Test
  void whatIsPackedIsReadBackAndAddsUp() {
    SplittableRandom random = new SplittableRandom(SEED);
    Latencies all = new Latencies();
    TimeCounts sum = new TimeCounts();
    for (int round = 0; round < 50; round++) {
      TimeCounts counts = new TimeCounts();
      for (int i = 0; i < 300; i++) {
        long value = random.nextInt(100_000);
        counts.record(value);
        all.record(value);
      }
      PackedTimes packed = counts.pack();
      TimeCell cell = TimeCell.of(round, packed);
      assertThat(TimeCell.read(round, cell.histogram())).isEqualTo(cell);
      assertThat(counts.pack().isEmpty()).isTrue();
      sum.add(packed);
    }
    assertThat(Latencies.of(sum).encoded()).isEqualTo(all.encoded());
  }
}
