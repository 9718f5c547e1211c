package io.tideline.engine.live;

import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.SimulationLogListener;
import io.tideline.engine.simlog.SimulationLogParser;
import io.tideline.engine.simlog.UnsupportedGatlingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a simulation.log while it grows, each byte once. Whoever owns it calls {@link #poll} as
 * often as it likes; the file is open during the call only, and may not be there yet.
 *
 * <p>Gatling writes its log through a buffer of 8 KiB. A record is seen when the buffer is full,
 * which takes some 300 requests or 800 starts and ends of users: about three seconds at 100
 * requests per second. Nothing can be done about it from outside.
 *
 * <p>A file that became shorter than what was read of it is taken for another run's: it is read
 * from its beginning, and the listeners are told its run record, which is their sign to start over.
 * One thread at a time.
 */
public final class LogFollower {
  private static final int FIRST_BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final SimulationLogListener listener;
  private SimulationLogParser parser;
  private byte[] buffer = new byte[FIRST_BUFFER_BYTES];

  /** Bytes at the start of the buffer that are no whole record yet. */
  private int filled;

  private long position;

  /**
   * @param file the log, which may come later
   * @param listeners are told each record, one after the other
   */
  public LogFollower(Path file, List<SimulationLogListener> listeners) {
    this.file = file;
    this.listener = new EachListener(listeners);
    this.parser = new SimulationLogParser(file.toString(), listener);
  }

  /**
   * Reads what there is and tells the listeners.
   *
   * @return number of bytes read: 0 when nothing was added, nothing is there, or the log is damaged
   * @throws IOException when it cannot be read, or, at each poll, when it was written by a Gatling
   *     that is not known
   */
  public long poll() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() < position) {
        startOver();
      }
      channel.position(position);
      return read(channel);
    } catch (NoSuchFileException notYet) {
      return 0;
    }
  }

  /** How the log would have ended, if it ended where the last poll did. */
  public LogEnd end() {
    return parser.end(position);
  }

  /** Tells what waited for later records: the log is complete, and {@link #poll} has read it. */
  public void finish() {
    parser.finish();
  }

  private void startOver() {
    parser = new SimulationLogParser(file.toString(), listener);
    filled = 0;
    position = 0;
  }

  private long read(SeekableByteChannel channel) throws IOException {
    long before = position;
    while (!parser.isDamaged()) {
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int read = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
      if (read <= 0) {
        break;
      }
      position += read;
      take(filled + read);
    }
    return position - before;
  }

  private void take(int to) throws IOException {
    int taken = parsed(to);
    filled = to - taken;
    System.arraycopy(buffer, taken, buffer, 0, filled);
  }

  private int parsed(int to) throws IOException {
    try {
      return parser.parse(buffer, 0, to);
    } catch (UnsupportedGatlingException unknown) {
      startOver();
      throw unknown;
    }
  }
}
