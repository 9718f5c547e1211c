package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Slo.Metric;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void whatIsEncodedIsReadByHdrHistogramItself() throws Exception {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 1_000; i++) {
      latencies.record(i);
    }

    byte[] bytes = Base64.getDecoder().decode(latencies.encoded());
    Histogram decoded = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);

    assertThat(decoded.getTotalCount()).isEqualTo(1_000);
    assertThat(decoded.getValueAtPercentile(99)).isEqualTo(990).isEqualTo(latencies.at(0.99));
  }

  @Test
  void twoAddedAreOneOfAll() {
    Latencies one = new Latencies();
    Latencies other = new Latencies();
    Latencies all = new Latencies();
    for (int i = 0; i < 5_000; i++) {
      (i % 3 == 0 ? one : other).record(i * 7L);
      all.record(i * 7L);
    }

    one.add(other);
    one.add(new Latencies());

    assertThat(one.encoded()).isEqualTo(all.encoded());
  }

  @Test
  void ofNothingAllFiguresAreZero() {
    Latencies none = new Latencies();

    assertThat(none.count()).isZero();
    assertThat(none.at(0.99)).isZero();
    assertThat(none.max()).isZero();
    assertThat(none.mean()).isZero();
    assertThat(none.encoded()).isNull();
  }

  @Test
  void theLeastSamplesAreThoseOfTheTwoSidedBound() {
    assertThat(SampleSize.least(Metric.P95)).isEqualTo(72);
    assertThat(SampleSize.least(Metric.P99)).isEqualTo(368);
    assertThat(SampleSize.least(Metric.P999)).isEqualTo(3_688);
    assertThat(SampleSize.least(Metric.MAX)).isEqualTo(1);
    assertThat(SampleSize.least(Metric.MEAN)).isEqualTo(1);
  }
}
