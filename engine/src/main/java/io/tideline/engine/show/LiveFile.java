package io.tideline.engine.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run's metrics and page are served: {@code tideline/live.json}, there only while they are.
 *
 * @param url of the page; the metrics are at {@code /metrics} below it
 * @param pid of the process that serves them
 */
public record LiveFile(String url, long pid) {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "live.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes it as {@code file}. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /**
   * Reads {@code file}.
   *
   * @throws IOException when it is not there or is no such file
   */
  public static LiveFile read(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), LiveFile.class);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not such a file: " + e.getOriginalMessage(), e);
    }
  }
}
