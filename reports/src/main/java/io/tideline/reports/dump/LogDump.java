package io.tideline.reports.dump;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.tideline.engine.simlog.SimulationLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The records of a simulation.log as JSON, one on a line, in the order of the file; the last line
 * says how the log ended. Times are milliseconds since the {@code start} of the first line. Nothing
 * is kept, so a log may have any length.
 */
public final class LogDump {
  /** Every record. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  private static final JsonFactory JSON = new JsonFactory();

  private LogDump() {}

  /**
   * Writes at most {@code limit} records of {@code source}, a simulation.log or a folder with one.
   *
   * @throws IOException when there is no log or it cannot be read; its message is a sentence
   * @throws UncheckedIOException when {@code out} takes no more
   */
  public static void write(Path source, long limit, OutputStream out) throws IOException {
    Path log = Files.isDirectory(source) ? source.resolve(SimulationLog.FILE_NAME) : source;
    if (!Files.isRegularFile(log)) {
      throw new IOException(log + ": no such file; a simulation.log of Gatling, or its folder");
    }
    RecordLines lines = new RecordLines(generator(out), limit);
    try {
      lines.end(log, SimulationLog.readAsWritten(log, lines));
    } catch (EnoughRecords enough) {
      lines.endByLimit(log);
    }
  }

  private static JsonGenerator generator(OutputStream out) throws IOException {
    return JSON.createGenerator(out, JsonEncoding.UTF8)
        .setPrettyPrinter(new MinimalPrettyPrinter("\n"))
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }
}
