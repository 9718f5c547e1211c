package io.tideline.engine.schedule;

import io.tideline.engine.schedule.StartLog.Ending;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a {@link StartLog} from beginning to end in constant memory. */
public final class StartLogReader {

  /** Is told each start in the order of the file. */
  @FunctionalInterface
  public interface Listener {
    /** Times in nanoseconds since the run's first instant. */
    void started(long arrival, long dueNanos, long startNanos);
  }

  /**
   * What a start log says besides its starts.
   *
   * @param epochMillis wall clock at the run's first instant
   * @param ending how the run ended, or empty when the file was cut off
   */
  public record Frame(long epochMillis, Optional<Ending> ending) {}

  private StartLogReader() {}

  /**
   * Reads {@code file} up to its end record or its last whole record.
   *
   * @throws IOException when it cannot be read or is no start log
   */
  public static Frame read(Path file, Listener listener) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      long epochMillis = header(in, file);
      return new Frame(epochMillis, records(in, file, listener));
    }
  }

  private static long header(DataInputStream in, Path file) throws IOException {
    try {
      if (in.readLong() == StartLog.MAGIC) {
        return in.readLong();
      }
    } catch (EOFException tooShort) {
      throw new IOException(
          file + ": cut off within its first " + StartLog.HEADER_BYTES + " bytes", tooShort);
    }
    throw new IOException(file + ": byte 0: not a record of starts");
  }

  private static Optional<Ending> records(DataInputStream in, Path file, Listener listener)
      throws IOException {
    byte[] bytes = new byte[StartLog.RECORD_BYTES];
    java.nio.ByteBuffer record = java.nio.ByteBuffer.wrap(bytes);
    long position = StartLog.HEADER_BYTES;
    while (in.readNBytes(bytes, 0, bytes.length) == bytes.length) {
      long arrival = record.getLong(0);
      if (arrival == StartLog.END) {
        return Optional.of(ending(record.getLong(Long.BYTES), file, position));
      }
      if (arrival < 0) {
        throw new IOException(file + ": byte " + position + ": arrival index " + arrival);
      }
      listener.started(arrival, record.getLong(Long.BYTES), record.getLong(2 * Long.BYTES));
      position += bytes.length;
    }
    return Optional.empty();
  }

  private static Ending ending(long ordinal, Path file, long position) throws IOException {
    if (ordinal < 0 || ordinal >= Ending.values().length) {
      throw new IOException(file + ": byte " + position + ": unknown ending " + ordinal);
    }
    return Ending.values()[(int) ordinal];
  }
}
