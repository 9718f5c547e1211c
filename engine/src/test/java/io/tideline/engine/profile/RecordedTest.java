package io.tideline.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("instants.txt"), text);
  }

  @Test
  void arrivalsComeAtTheirRecordedInstants() throws IOException {
    Arrivals arrivals = Arrivals.even(Recorded.read(file("# seconds\n0\n0.5\n\n0.5\n2.25\n")));
    assertThat(arrivals.count()).isEqualTo(4);
    assertThat(arrivals.dueNanos(3)).isEqualTo(2_250_000_000L);
    assertThat(arrivals.dueBefore(0.49)).isEqualTo(1);
    assertThat(arrivals.dueBefore(10)).isEqualTo(4);
    assertThat(arrivals.curve().peak()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;soon| :2: \"soon\" is no number of seconds",
        "1;-1| :2: \"-1\" is no instant of 0 s or later",
        "2;1| :2: 1 s comes before the line above",
        "NaN| :1: \"NaN\" is no instant",
        "# nothing| holds no instant"
      })
  void aLineThatIsNoInstantIsNamed(String lines, String message) throws IOException {
    Path file = file(lines.replace(';', '\n'));
    assertThatThrownBy(() -> Recorded.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message.strip());
  }
}
