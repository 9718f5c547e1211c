package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.testkit.SampleRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectrumTest {
  @TempDir Path folder;

  @Test
  void itHasTheRunsOwnPercentiles() throws Exception {
    Latencies latencies =
        new PageRuns(folder)
            .sample(SampleRun.HEALTHY, Duration.ZERO)
            .pool(Scope.EVERYTHING)
            .okLatencies();

    List<Long> spectrum = Spectrum.of(latencies);

    assertThat(Spectrum.x(12)).isCloseTo(10, within(1e-9));
    assertThat(Spectrum.x(24)).isCloseTo(100, within(1e-9));
    assertThat(spectrum.get(12)).isEqualTo(latencies.at(0.9));
    assertThat(spectrum.get(24)).isEqualTo(latencies.at(0.99));
    assertThat(spectrum).isSorted();
    assertThat(Spectrum.x(spectrum.size() - 1)).isLessThanOrEqualTo(latencies.count());
    assertThat(Spectrum.x(spectrum.size())).isGreaterThan(latencies.count());
  }

  @Test
  void nothingMeasuredHasNoPoint() throws Exception {
    Latencies none = new PageRuns(folder).empty().run().pool(Scope.EVERYTHING).okLatencies();

    assertThat(Spectrum.of(none)).isEmpty();
  }
}
