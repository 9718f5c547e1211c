package io.tideline.engine.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file of records of one type, written as they come. Safe for use by several threads.
 *
 * @param <T> a type that Jackson writes and reads
 */
public class JsonLines<T> implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final BufferedWriter writer;

  /** Creates {@code file}, which must not be there. */
  public JsonLines(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
  }

  /** Writes a record; it is in the file when this returns. */
  public final synchronized void write(T line) throws IOException {
    writer.write(JSON.writeValueAsString(line));
    writer.newLine();
    writer.flush();
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @param type of a record
   * @param what a record is, in words
   * @throws IOException with file and line when a whole line is none
   */
  public static <T> void read(Path file, Class<T> type, String what, Consumer<T> lines)
      throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 1;
      String line = reader.readLine();
      while (line != null) {
        String next = reader.readLine();
        try {
          T record = JSON.readValue(line, type);
          if (record == null) {
            throw new IOException(file + ":" + number + ": not " + what + ": null");
          }
          lines.accept(record);
        } catch (JsonProcessingException e) {
          if (next != null) {
            throw new IOException(
                file + ":" + number + ": not " + what + ": " + e.getOriginalMessage(), e);
          }
        }
        line = next;
        number++;
      }
    }
  }

  @Override
  public final synchronized void close() throws IOException {
    writer.close();
  }
}
