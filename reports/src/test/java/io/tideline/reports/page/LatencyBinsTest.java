package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyBinsTest {
  @TempDir Path folder;

  @Test
  void everyMillisecondIsInTheBinThatBeginsAtOrBelowIt() {
    long[] edges = LatencyBins.edges();
    assertThat(edges).startsWith(0, 1, 2, 3).isSorted().doesNotHaveDuplicates();
    for (long millis = 0; millis < 100_000; millis++) {
      int bin = LatencyBins.of(millis);
      assertThat(edges[bin]).isLessThanOrEqualTo(millis);
      assertThat(edges[bin + 1]).isGreaterThan(millis);
    }
  }

  @Test
  void aTimeAboveAllEdgesIsInTheLastBin() {
    assertThat(LatencyBins.of(Long.MAX_VALUE)).isEqualTo(LatencyBins.edges().length - 1);
  }

  @Test
  void noRequestIsLostAndEachIsCountedInItsOwnBin() throws Exception {
    Latencies latencies =
        new PageRuns(folder)
            .sample(SampleRuns.WITH_A_LONG_TAIL, Duration.ZERO)
            .pool(Scope.EVERYTHING)
            .okLatencies();

    long[] counts = LatencyBins.counts(latencies);

    assertThat(Arrays.stream(counts).sum()).isEqualTo(latencies.count()).isPositive();
    assertThat(counts[LatencyBins.of(latencies.at(0))]).isPositive();
    assertThat(counts[LatencyBins.of(latencies.max())]).isPositive();
  }
}
