package io.tideline.engine.resource;

import io.tideline.engine.lines.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What the target consumed through a run, {@code tideline/resources.jsonl}: a {@link
 * ResourceSample} as JSON on each line, appended as it comes.
 */
public final class ResourceLog extends JsonLines<ResourceSample> {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "resources.jsonl";

  /** Creates {@code file}, which must not be there. */
  public ResourceLog(Path file) throws IOException {
    super(file);
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is no sample
   */
  public static void read(Path file, Consumer<ResourceSample> samples) throws IOException {
    read(file, ResourceSample.class, "a sample of the target's resources", samples);
  }
}
