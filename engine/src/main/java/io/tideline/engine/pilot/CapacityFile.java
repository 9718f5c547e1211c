package io.tideline.engine.pilot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found so far, {@code tideline/capacity.json}. It is written again after each
 * step, whole or not at all, so that a run that is killed keeps its steps.
 *
 * @param file where it is; need not be there when the run searches nothing
 */
public record CapacityFile(Path file) {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "capacity.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Writes {@code capacity} in place of what was there. */
  public void write(CapacityRecord capacity) throws IOException {
    Path draft = file.resolveSibling(FILE_NAME + ".part");
    Files.writeString(draft, JSON.writeValueAsString(capacity) + "\n");
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * What was written last, or null when there is no such file.
   *
   * @throws IOException with the file when it is no record of a search
   */
  public @Nullable CapacityRecord read() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return JSON.readValue(file.toFile(), CapacityRecord.class);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not the result of a search: " + e.getOriginalMessage(), e);
    }
  }

  /** What {@link #json} made; null of JSON's null. */
  public static @Nullable CapacityRecord of(JsonNode json) throws IOException {
    return json.isNull() ? null : JSON.treeToValue(json, CapacityRecord.class);
  }

  /** The record as a part of another file. */
  public static JsonNode json(@Nullable CapacityRecord capacity) {
    return JSON.valueToTree(capacity);
  }
}
