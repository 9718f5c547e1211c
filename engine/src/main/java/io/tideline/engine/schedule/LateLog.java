package io.tideline.engine.schedule;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The requests of users who started late, {@code tideline/late.log}. A user who comes {@code lag}
 * after its due time does everything that much later than it was meant to: the response time from
 * the intended start is the measured one plus {@code lag}. Big-endian, appended to as the run goes:
 *
 * <pre>
 *   header   8 bytes "TIDELAT1"
 *   record   long: begin (epoch milliseconds), int: duration, int: lag (both milliseconds),
 *            byte: 1 if it succeeded, journey and request, each as {@link java.io.DataOutput#writeUTF}
 * </pre>
 *
 * The file ends wherever the run did; every whole record is good. Users less than half a
 * millisecond late, the resolution of Gatling's log, are not in it.
 */
public final class LateLog {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "late.log";

  static final long MAGIC = 0x544944454c415431L;

  private LateLog() {}

  /**
   * One request.
   *
   * @param beginEpochMillis when it was sent
   * @param millis its response time; negative for a message of a server that no check waited for,
   *     which is no request
   * @param lagMillis how late its user had started
   * @param ok whether it succeeded
   * @param journey its outermost group; empty without one
   * @param name what Gatling calls it
   */
  public record LateRequest(
      long beginEpochMillis, int millis, int lagMillis, boolean ok, String journey, String name) {}

  /** Is told each request in the order of the file. */
  @FunctionalInterface
  public interface Listener {
    /** One request of a user who was late. */
    void late(LateRequest request);
  }

  /**
   * Reads {@code file} up to its last whole record, in constant memory.
   *
   * @throws IOException when it cannot be read or is no such record
   */
  public static void read(Path file, Listener listener) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      requireHeader(in, file);
      while (true) {
        listener.late(next(in, file));
      }
    } catch (EOFException end) {
      // It has no end record: what was written is all there is.
    }
  }

  /**
   * Whether {@code file} ends with a whole record, or has none.
   *
   * @throws IOException when it cannot be read or is no such record
   */
  public static boolean isWhole(Path file) throws IOException {
    CountedBytes bytes = new CountedBytes();
    read(file, bytes);
    return Files.size(file) == bytes.count;
  }

  private static final class CountedBytes implements Listener {
    private static final int FIXED = Long.BYTES + 2 * Integer.BYTES + 1 + 2 * Short.BYTES;
    private long count = Long.BYTES;

    @Override
    public void late(LateRequest request) {
      count += FIXED + utfBytes(request.journey()) + utfBytes(request.name());
    }

    /** As {@code DataOutput.writeUTF} has it. */
    private static int utfBytes(String text) {
      return text.chars().map(c -> c >= 1 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3).sum();
    }
  }

  static void requireHeader(DataInputStream in, Path file) throws IOException {
    if (in.readLong() != MAGIC) {
      throw new IOException(file + ": byte 0: not a record of late requests");
    }
  }

  /** The next record, or {@link EOFException} where there is none, or none that is whole. */
  static LateRequest next(DataInputStream in, Path file) throws IOException {
    long begin = in.readLong();
    int millis = in.readInt();
    int lag = in.readInt();
    boolean ok = in.readBoolean();
    LateRequest request = new LateRequest(begin, millis, lag, ok, in.readUTF(), in.readUTF());
    if (lag < 0) {
      throw new IOException(file + ": a request of " + millis + " ms that is " + lag + " ms late");
    }
    return request;
  }
}
