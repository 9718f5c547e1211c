package io.tideline.engine.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The generator's health through a run, {@code tideline/generator.jsonl}: a {@link HealthSample} as
 * JSON on each line, about one a second, some 10 MB for a day.
 */
public final class HealthLog implements AutoCloseable {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "generator.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter writer;

  /** Creates {@code file}, which must not be there. */
  public HealthLog(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
  }

  /** Writes a sample; it is in the file when this returns. */
  public synchronized void write(HealthSample sample) throws IOException {
    writer.write(JSON.writeValueAsString(sample));
    writer.newLine();
    writer.flush();
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is no sample
   */
  public static void read(Path file, Consumer<HealthSample> samples) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 1;
      String line = reader.readLine();
      while (line != null) {
        String next = reader.readLine();
        if (!line.isEmpty() && (next != null || line.endsWith("}"))) {
          samples.accept(sample(line, file + ":" + number));
        }
        line = next;
        number++;
      }
    }
  }

  private static HealthSample sample(String line, String place) throws IOException {
    try {
      return JSON.readValue(line, HealthSample.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          place + ": not a sample of the generator: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
