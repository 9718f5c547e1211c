package io.tideline.engine.resource;

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
 * What the target consumed through a run, {@code tideline/resources.jsonl}: a {@link
 * ResourceSample} as JSON on each line, appended as it comes.
 */
public final class ResourceLog implements AutoCloseable {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "resources.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter writer;

  /** Creates {@code file}, which must not be there. */
  public ResourceLog(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
  }

  /** Writes a sample; it is in the file when this returns. */
  public synchronized void write(ResourceSample sample) throws IOException {
    writer.write(JSON.writeValueAsString(sample));
    writer.newLine();
    writer.flush();
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is no sample
   */
  public static void read(Path file, Consumer<ResourceSample> samples) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 1;
      String line = reader.readLine();
      while (line != null) {
        String next = reader.readLine();
        sample(line, next == null, file + ":" + number, samples);
        line = next;
        number++;
      }
    }
  }

  private static void sample(
      String line, boolean last, String place, Consumer<ResourceSample> samples)
      throws IOException {
    try {
      samples.accept(JSON.readValue(line, ResourceSample.class));
    } catch (JsonProcessingException e) {
      if (!last) {
        throw new IOException(
            place + ": not a sample of the target's resources: " + e.getOriginalMessage(), e);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
