package io.tideline.engine.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  private static final Point FIRST = new Point(1, "a\nb");
  private static final Point SECOND = new Point(2, "c");

  @TempDir Path folder;
  private Path file;

  private record Point(int at, String name) {}

  @BeforeEach
  void twoRecords() throws IOException {
    file = folder.resolve("points.jsonl");
    try (JsonLines<Point> lines = new JsonLines<>(file)) {
      lines.write(FIRST);
      assertThat(read()).as("while it is open").containsExactly(FIRST);
      lines.write(SECOND);
    }
  }

  private List<Point> read() throws IOException {
    List<Point> points = new ArrayList<>();
    JsonLines.read(file, Point.class, "a point", points::add);
    return points;
  }

  @Test
  void eachRecordIsALine() throws Exception {
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(read()).containsExactly(FIRST, SECOND);
  }

  @Test
  void aFileThatIsCutAtAnyByteGivesAllWholeLines() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(List.of(FIRST, SECOND)).as("%d bytes", length).containsAll(read());
    }
  }

  @Test
  void aDamagedLineIsNamed() throws Exception {
    Files.writeString(file, "{\"at\":1,\"name\":\"a\"}\nno\n{\"at\":2,\"name\":\"c\"}\n");

    assertThatIOException().isThrownBy(this::read).withMessageContaining(":2: not a point: ");
  }

  @Test
  void whatIsThereIsNotWrittenOver() {
    assertThatIOException()
        .isThrownBy(() -> new JsonLines<Point>(file))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
