package io.tideline.engine.origin;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run was made with: {@code tideline/origin.json}, written before the first user.
 *
 * @param machine the generator's
 * @param subject what the load was made of, and what it met
 */
public record Origin(Machine machine, Subject subject) {
  /** Checked for what cannot be. */
  public Origin {
    if (machine == null || subject == null) {
      throw new IllegalArgumentException("its machine or its subject is missing");
    }
  }

  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "origin.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * What a simulation knows of its data and its target.
   *
   * @param data digest of the feeder files; null when there is none
   * @param targetVersion what the target says it is, or the user says of it; null when nobody does
   * @param options what else shaped the run and is no part of its plan, as it was given, by the
   *     option's name
   */
  public record Subject(
      @Nullable String data, @Nullable String targetVersion, Map<String, String> options) {
    /** Of a simulation that tells nothing. */
    public static final Subject UNKNOWN = new Subject(null, null);

    /** A record from before options were kept has none. */
    @JsonCreator
    public Subject {
      options =
          Collections.unmodifiableMap(
              new LinkedHashMap<>(Objects.requireNonNullElse(options, Map.of())));
    }

    /** Of a run that was made without options. */
    public Subject(@Nullable String data, @Nullable String targetVersion) {
      this(data, targetVersion, Map.of());
    }
  }

  /** The record as a part of another file. */
  public static JsonNode json(@Nullable Origin origin) {
    return JSON.valueToTree(origin);
  }

  /** What {@link #json} made; null of JSON's null. */
  public static @Nullable Origin of(JsonNode json) throws IOException {
    return json.isNull() ? null : JSON.treeToValue(json, Origin.class);
  }

  /** Writes {@code file}. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  /** What {@code file} says; null when there is no such file. */
  public static @Nullable Origin read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return JSON.readValue(file.toFile(), Origin.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ": not a record of a run's origin: " + e.getOriginalMessage(), e);
    }
  }
}
