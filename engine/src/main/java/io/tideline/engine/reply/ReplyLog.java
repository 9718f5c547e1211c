package io.tideline.engine.reply;

import io.tideline.engine.lines.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What was counted through a run, {@code tideline/replies.jsonl}: a {@link ReplySample} as JSON on
 * each line, one a second.
 */
public final class ReplyLog extends JsonLines<ReplySample> {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "replies.jsonl";

  /** Creates {@code file}, which must not be there. */
  public ReplyLog(Path file) throws IOException {
    super(file);
  }

  /**
   * Reads {@code file}; a last line that was cut off is passed over.
   *
   * @throws IOException with file and line when a whole line is no sample
   */
  public static void read(Path file, Consumer<ReplySample> samples) throws IOException {
    read(file, ReplySample.class, "a count of the journeys' replies", samples);
  }
}
