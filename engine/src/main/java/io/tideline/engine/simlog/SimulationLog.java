package io.tideline.engine.simlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A simulation.log on disk, read once from beginning to end. */
public final class SimulationLog {
  /** Name of the file in Gatling's results folder. */
  public static final String FILE_NAME = "simulation.log";

  private static final int BUFFER_BYTES = 1 << 18;

  private SimulationLog() {}

  /**
   * Reads {@code file} as far as it goes.
   *
   * @return how it ended: whole, cut off, or damaged, and where
   * @throws UnsupportedGatlingException when it was written by another version of Gatling
   * @throws IOException when it cannot be read
   */
  public static LogEnd read(Path file, SimulationLogListener listener) throws IOException {
    return read(file, new SimulationLogParser(file.toString(), listener, false));
  }

  /**
   * The same with the times of all records as they stand in the file, in its order, however
   * impossible they are.
   */
  public static LogEnd readAsWritten(Path file, SimulationLogListener listener) throws IOException {
    return read(file, new SimulationLogParser(file.toString(), listener, true));
  }

  private static LogEnd read(Path file, SimulationLogParser parser) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long length = feed(parser, in);
      parser.finish();
      return parser.end(length);
    }
  }

  private static long feed(SimulationLogParser parser, InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    int filled = 0;
    long length = 0;
    while (!parser.isDamaged()) {
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        break;
      }
      length += read;
      filled += read;
      int taken = parser.parse(buffer, 0, filled);
      filled -= taken;
      System.arraycopy(buffer, taken, buffer, 0, filled);
    }
    return length;
  }
}
