package io.tideline.engine.schedule;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a record of starts says at a glance, by its first and its last bytes: for those who look at
 * a run that another process makes.
 *
 * @param epochMillis wall clock at the run's first instant
 * @param starts how many arrivals have been started, as far as they are written: about a second ago
 * @param endNanos when the run ended, in nanoseconds since its first instant; empty while it goes
 *     on, and for a run that was killed
 */
public record StartsSoFar(long epochMillis, long starts, OptionalLong endNanos) {

  /**
   * A glance at {@code file}; empty when it is not there, or has no header yet.
   *
   * @throws IOException when it cannot be read or is no record of starts
   */
  public static Optional<StartsSoFar> of(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() < StartLog.HEADER_BYTES) {
        return Optional.empty();
      }
      ByteBuffer header = at(channel, 0, StartLog.HEADER_BYTES);
      if (header.getLong(0) != StartLog.MAGIC) {
        throw new IOException(file + ": byte 0: not a record of starts");
      }
      return Optional.of(glance(header.getLong(Long.BYTES), channel));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    }
  }

  private static StartsSoFar glance(long epochMillis, SeekableByteChannel channel)
      throws IOException {
    long records = (channel.size() - StartLog.HEADER_BYTES) / StartLog.RECORD_BYTES;
    if (records == 0) {
      return new StartsSoFar(epochMillis, 0, OptionalLong.empty());
    }
    long last = StartLog.HEADER_BYTES + (records - 1) * StartLog.RECORD_BYTES;
    ByteBuffer record = at(channel, last, StartLog.RECORD_BYTES);
    return record.getLong(0) == StartLog.END
        ? new StartsSoFar(epochMillis, records - 1, OptionalLong.of(record.getLong(2 * Long.BYTES)))
        : new StartsSoFar(epochMillis, records, OptionalLong.empty());
  }

  private static ByteBuffer at(SeekableByteChannel channel, long position, int bytes)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    channel.position(position);
    while (buffer.hasRemaining() && channel.read(buffer) > 0) {
      // A channel may give less than there is.
    }
    return buffer;
  }
}
