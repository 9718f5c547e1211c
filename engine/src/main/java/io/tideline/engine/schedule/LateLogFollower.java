package io.tideline.engine.schedule;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads a {@link LateLog} while it grows, each whole record once. The file is open during a call
 * only, and may come later. One thread at a time.
 */
public final class LateLogFollower {
  private static final int PART_BYTES = 1 << 20;

  private final Path file;
  private final LateLog.Listener listener;
  private long position;

  /**
   * @param file the record, which may come later
   * @param listener is told each request in the order of the file
   */
  public LateLogFollower(Path file, LateLog.Listener listener) {
    this.file = file;
    this.listener = listener;
  }

  /** Begins again with the first record: another run begins. */
  public void startOver() {
    position = 0;
  }

  /**
   * Tells the listener of what is new.
   *
   * @throws IOException when the file cannot be read or is no such record
   */
  public void poll() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() < position) {
        startOver();
      }
      long before;
      do {
        before = position;
        channel.position(position);
        ByteBuffer part =
            ByteBuffer.allocate((int) Math.min(PART_BYTES, channel.size() - position));
        while (part.hasRemaining() && channel.read(part) > 0) {
          // A channel may give less than there is.
        }
        take(part.array(), part.position());
      } while (position > before);
    } catch (NoSuchFileException notYet) {
      // Nobody was late, or the run has not begun.
    }
  }

  private void take(byte[] part, int length) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(part, 0, length);
    DataInputStream in = new DataInputStream(bytes);
    long from = position;
    try {
      if (position == 0) {
        LateLog.requireHeader(in, file);
        position = length - bytes.available();
      }
      while (true) {
        LateLog.LateRequest request = LateLog.next(in, file);
        position = from + length - bytes.available();
        listener.late(request);
      }
    } catch (EOFException end) {
      // The rest is no whole record yet.
    }
  }
}
