package io.tideline.engine.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where a run's control endpoint is, and the token it asks for: {@code tideline/control.json},
 * there only while the run goes on and readable by its owner alone.
 *
 * @param url of the endpoint
 * @param token to be sent as {@code Authorization: Bearer TOKEN}
 * @param pid of the generator
 */
public record ControlFile(String url, String token, long pid) {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "control.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Writes it as {@code file}, which must not be there. */
  void write(Path file) throws IOException {
    create(file);
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  private static void create(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException noPosix) {
      createForOwner(file);
    }
  }

  private static void createForOwner(Path file) throws IOException {
    Set<String> views = file.getFileSystem().supportedFileAttributeViews();
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.createFile(file);
    if (views.contains("owner") && !file.toFile().setReadable(false, false)) {
      file.toFile().setReadable(true, true);
    }
  }

  /**
   * Reads {@code file}.
   *
   * @throws IOException when it is not there or is no control file
   */
  public static ControlFile read(Path file) throws IOException {
    try {
      return JSON.readValue(file.toFile(), ControlFile.class);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": not a control file: " + e.getOriginalMessage(), e);
    }
  }
}
