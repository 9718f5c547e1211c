package io.tideline.engine.health;

import io.tideline.engine.lines.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The generator's health through a run, {@code tideline/generator.jsonl}: a {@link HealthSample} as
 * JSON on each line, about one a second, some 10 MB for a day.
 */
public final class HealthLog extends JsonLines<HealthSample> {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "generator.jsonl";

  /** Creates {@code file}, which must not be there. */
  public HealthLog(Path file) throws IOException {
    super(file);
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is no sample
   */
  public static void read(Path file, Consumer<HealthSample> samples) throws IOException {
    read(file, HealthSample.class, "a sample of the generator", samples);
  }
}
