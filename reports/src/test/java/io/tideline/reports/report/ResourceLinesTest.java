package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.SampleResources;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceLinesTest {
  private static final Plan PLAN =
      SampleRun.plan(
              2,
              List.of(
                  SampleRun.phase("before", 40, false, 1), SampleRun.phase("peak", 20, false, 3)),
              List.of())
          .watching(
              List.of(
                  new ResourceSource(
                      "/metrics", List.of("micrometer"), List.of(), Duration.ofSeconds(5))));

  @TempDir Path folder;

  @Test
  void theResourceNearestToItsLimitStandsFirstAndASilentSourceIsNamed() throws IOException {
    SampleRun.of(PLAN, SampleRun.HEALTHY, Duration.ZERO).writeTo(folder);
    SampleResources.write(folder.resolve("tideline").resolve("resources.jsonl"));
    assertThat(ResourceLines.of(new ResultsFolder(folder).read().run(), Colours.OFF))
        .containsExactly(
            "",
            "Resource                mean  at the peak     max  limit  max in use",
            "cpu                   26.7 %       42.5 %  55.0 %             55.0 %",
            "connections memories       4            4       4      8        50 %",
            "threads                   15           15      15",
            "Resources of /metrics are not known once, longest from 27 s to 37 s: it answered 503");
  }

  @Test
  void aRunWithoutARecordOfThemHasNoLines() throws IOException {
    SampleRun.of(PLAN, SampleRun.HEALTHY, Duration.ZERO).writeTo(folder);
    assertThat(ResourceLines.of(new ResultsFolder(folder).read().run(), Colours.OFF)).isEmpty();
  }
}
