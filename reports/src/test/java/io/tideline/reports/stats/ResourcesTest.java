package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.reports.testkit.SampleResources;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of a minute, 10 s of it warm-up, whose target is read every 5 s and away for 15. */
class ResourcesTest {
  private static final Plan PLAN =
      SampleRun.plan(
              2,
              List.of(
                  SampleRun.phase("warm-up", 10, true, 1), SampleRun.phase("steady", 50, false, 1)),
              List.of())
          .watching(
              List.of(
                  new ResourceSource(
                      "/metrics", List.of("micrometer"), List.of(), Duration.ofSeconds(5))));

  @TempDir Path folder;

  private Resources read() throws IOException {
    return Objects.requireNonNull(new ResultsFolder(folder).read().run().resources());
  }

  private Path run() throws IOException {
    SampleRun.of(PLAN, SampleRun.HEALTHY, Duration.ZERO).writeTo(folder);
    return folder.resolve("tideline").resolve("resources.jsonl");
  }

  @Test
  void eachIntervalHasItsMeanAndAGapIsNull() throws IOException {
    SampleResources.write(run());

    Resources resources = read();

    assertThat(resources.intervalSeconds()).isEqualTo(5);
    ResourceRow cpu = resources.rows().get(0);
    assertThat(cpu.name()).isEqualTo("cpu");
    assertThat(cpu.means().subList(0, 4)).containsExactly(0.0, 0.05, 0.10, 0.15);
    assertThat(cpu.means().subList(5, 8)).containsExactly(null, null, null);
    assertThat(cpu.minima().get(8)).isEqualTo(0.40);
    assertThat(cpu.limit()).isEqualTo(1);
    assertThat(cpu.waiting()).isEmpty();
    assertThat(cpu.max()).isEqualTo(0.55);
    assertThat(cpu.mean())
        .as("from 10 s on")
        .isEqualTo((0.10 + 0.15 + 0.20 + 0.40 + 0.45 + 0.50 + 0.55) / 7);
    ResourceRow pool = resources.rows().get(1);
    assertThat(pool.waiting().get(2)).isEqualTo(2);
    assertThat(pool.waiting().get(5)).isNull();
    assertThat(resources.sources())
        .containsExactly(
            new Resources.Source(
                "/metrics", 9, List.of(new Resources.Gap(27, 37, "it answered 503"))));
  }

  @Test
  void runJsonKeepsAllOfIt() throws IOException {
    SampleResources.write(run());
    Run run = new ResultsFolder(folder).read().run();
    Path file = Files.writeString(folder.resolve("run.json"), RunJson.text(run));

    Run again = RunReader.read(file);

    assertThat(RunJson.text(again)).isEqualTo(Files.readString(file));
    assertThat(Objects.requireNonNull(again.resources()).rows().get(1).means())
        .hasSameSizeAs(Objects.requireNonNull(run.resources()).rows().get(1).means());
  }

  @Test
  void aRunWithoutARecordOfThemHasNoneAndIsNoWorse() throws IOException {
    run();
    Run run = new ResultsFolder(folder).read().run();
    assertThat(run.resources()).isNull();
    assertThat(run.info().ending()).isEqualTo(Ending.COMPLETED);
  }

  @Test
  void aRecordThatWasCutOffKeepsWhatItHas() throws IOException {
    Path file = run();
    SampleResources.write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 40));
    assertThat(read().sources().get(0).samples()).isEqualTo(8);
    Files.writeString(file, "\nnot a sample\n{}\n", StandardOpenOption.APPEND);
    assertThat(new ResultsFolder(folder).read().run().info().endingReason())
        .contains("resources.jsonl");
  }

  @Test
  void joiningIntervalsKeepsSumsAndMinima() throws IOException {
    Plan often =
        PLAN.watching(
            List.of(
                new ResourceSource(
                    "/metrics", List.of("micrometer"), List.of(), Duration.ofSeconds(15))));
    SampleRun.of(often, SampleRun.HEALTHY, Duration.ZERO).writeTo(folder);
    SampleResources.write(folder.resolve("tideline").resolve("resources.jsonl"));

    ResourceRow cpu = read().rows().get(0);

    assertThat(read().intervalSeconds()).isEqualTo(15);
    assertThat(cpu.means().get(1)).isEqualTo((0.15 + 0.20) / 2);
    assertThat(cpu.minima().get(1)).isEqualTo(0.15);
  }
}
