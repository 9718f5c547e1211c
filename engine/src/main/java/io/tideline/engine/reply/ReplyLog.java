package io.tideline.engine.reply;

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
 * What was counted through a run, {@code tideline/replies.jsonl}: a {@link ReplySample} as JSON on
 * each line, one a second.
 */
public final class ReplyLog implements AutoCloseable {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "replies.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter writer;

  /** Creates {@code file}, which must not be there. */
  public ReplyLog(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
  }

  /** Writes a sample; it is in the file when this returns. */
  public void write(ReplySample sample) throws IOException {
    writer.write(JSON.writeValueAsString(sample));
    writer.newLine();
    writer.flush();
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is no sample
   */
  public static void read(Path file, Consumer<ReplySample> samples) throws IOException {
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

  private static void sample(String line, boolean last, String place, Consumer<ReplySample> samples)
      throws IOException {
    try {
      samples.accept(JSON.readValue(line, ReplySample.class));
    } catch (JsonProcessingException e) {
      if (!last) {
        throw new IOException(
            place + ": not a count of the journeys' replies: " + e.getOriginalMessage(), e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
