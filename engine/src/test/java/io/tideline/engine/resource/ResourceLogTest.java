package io.tideline.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceLogTest {
  private static final ResourceSample SAMPLE =
      new ResourceSample(
          5.25,
          "/metrics",
          null,
          List.of(
              new Reading("cpu", Unit.SHARE, 0.5, 1.0, null),
              new Reading("connections a", Unit.COUNT, 3, 8.0, 2.0)));
  private static final ResourceSample GAP =
      new ResourceSample(10.5, "/metrics", "it answered 503", List.of());

  @TempDir Path folder;

  private Path written() throws IOException {
    Path file = folder.resolve(ResourceLog.FILE_NAME);
    try (ResourceLog log = new ResourceLog(file)) {
      log.write(SAMPLE);
      log.write(GAP);
    }
    return file;
  }

  private static List<ResourceSample> read(Path file) throws IOException {
    List<ResourceSample> samples = new ArrayList<>();
    ResourceLog.read(file, samples::add);
    return samples;
  }

  @Test
  void whatWasWrittenIsReadAndAGapStaysOne() throws IOException {
    assertThat(read(written())).containsExactly(SAMPLE, GAP);
  }

  @Test
  void aLastLineThatWasCutOffAnywhereIsPassedOver() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int length = first; length < whole.length - 1; length++) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThat(read(cut)).first().isEqualTo(SAMPLE);
      assertThat(read(cut)).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void aLineInTheMiddleThatIsNoneIsNamed() throws IOException {
    Path file = written();
    Files.writeString(file, "{\"at\n{}\n", StandardOpenOption.APPEND);
    assertThatIOException()
        .isThrownBy(() -> read(file))
        .withMessageContaining("resources.jsonl:3: not a sample of the target's resources");
  }

  @Test
  void aWindowTellsOfAnIntervalAndForgetsWhatIsOld() {
    ResourceWindow window = new ResourceWindow(Duration.ofSeconds(30));
    for (int second = 0; second <= 60; second += 5) {
      Reading pool = new Reading("pool", Unit.COUNT, second, 100.0, second / 10.0);
      window.add(new ResourceSample(second, "a", null, List.of(pool)));
      window.add(new ResourceSample(second, "b", "gone", List.of()));
    }
    assertThat(window.between(40_000_000_000L, 55_000_000_000L))
        .containsExactly(new Consumption("a", "pool", Unit.COUNT, 50, 55, 100.0, 5.0, 3));
    assertThat(window.between(0, 29_000_000_000L)).isEmpty();
    assertThat(window.between(61_000_000_000L, 70_000_000_000L)).isEmpty();
  }

  @Test
  void figuresAreWrittenForPeople() {
    assertThat(Unit.SHARE.text(0.8754)).isEqualTo("87.5 %");
    assertThat(Unit.SHARE.text(1)).isEqualTo("100 %");
    assertThat(Unit.SHARE.text(0.00012)).isEqualTo("0.012 %");
    assertThat(Unit.BYTES.text(1.5 * (1 << 30))).isEqualTo("1.50 GiB");
    assertThat(Unit.BYTES_PER_SECOND.text(512)).isEqualTo("512 B/s");
    assertThat(Unit.COUNT.text(12.345)).isEqualTo("12.3");
    assertThat(Unit.COUNT.text(1_234_567.5)).isEqualTo("1234568");
    assertThat(Unit.COUNT.text(0)).isEqualTo("0");
    assertThat(Unit.SECONDS.text(-0.25)).isEqualTo("-0.250 s");
  }
}
