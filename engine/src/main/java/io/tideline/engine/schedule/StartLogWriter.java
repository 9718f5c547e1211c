package io.tideline.engine.schedule;

import io.tideline.engine.schedule.StartLog.Ending;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a {@link StartLog}. {@link #started} may be called from any thread and only copies into
 * memory; the file is written by {@link #flush}, which one thread calls about once a second.
 */
public final class StartLogWriter implements AutoCloseable {
  private static final int FIRST_CAPACITY_BYTES = 1 << 16;

  private final FileChannel channel;
  private final Object lock = new Object();
  private ByteBuffer filling = ByteBuffer.allocate(FIRST_CAPACITY_BYTES);
  private ByteBuffer spare = ByteBuffer.allocate(FIRST_CAPACITY_BYTES);

  /**
   * Creates the file, which must not exist, and writes its header.
   *
   * @param file where it goes
   * @param epochMillis wall clock at the run's first instant
   */
  public StartLogWriter(Path file, long epochMillis) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    filling.putLong(StartLog.MAGIC).putLong(epochMillis);
    flush();
  }

  /** Notes the start of arrival {@code k}; both times in nanoseconds since the first instant. */
  public void started(long k, long dueNanos, long startNanos) {
    synchronized (lock) {
      if (filling.remaining() < StartLog.RECORD_BYTES) {
        ByteBuffer larger = ByteBuffer.allocate(filling.capacity() * 2);
        larger.put(filling.flip());
        filling = larger;
      }
      filling.putLong(k).putLong(dueNanos).putLong(startNanos);
    }
  }

  /** Writes what has been noted so far. One thread at a time. */
  public synchronized void flush() throws IOException {
    ByteBuffer full;
    synchronized (lock) {
      full = filling;
      filling = spare;
    }
    full.flip();
    try {
      while (full.hasRemaining()) {
        channel.write(full);
      }
    } finally {
      full.clear();
      spare = full;
    }
  }

  /** Writes the end record; after it the file counts as whole. */
  public void end(Ending ending, long nanos) throws IOException {
    started(StartLog.END, ending.ordinal(), nanos);
    flush();
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
  }
}
