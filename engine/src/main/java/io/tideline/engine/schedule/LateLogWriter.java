package io.tideline.engine.schedule;

import io.tideline.engine.schedule.LateLog.LateRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a {@link LateLog}. {@link #late} may be called from any thread and only copies into
 * memory; the file is written by {@link #flush}, which one thread calls about once a second.
 */
public final class LateLogWriter implements LateLog.Listener, AutoCloseable {
  private final OutputStream file;
  private final ByteArrayOutputStream noted = new ByteArrayOutputStream();
  private final DataOutputStream fields = new DataOutputStream(noted);

  /** Creates the file, which must not exist, and writes its header. */
  public LateLogWriter(Path path) throws IOException {
    file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    fields.writeLong(LateLog.MAGIC);
    flush();
  }

  @Override
  public void late(LateRequest request) {
    synchronized (noted) {
      try {
        fields.writeLong(request.beginEpochMillis());
        fields.writeInt(request.millis());
        fields.writeInt(request.lagMillis());
        fields.writeBoolean(request.ok());
        fields.writeUTF(request.journey());
        fields.writeUTF(request.name());
      } catch (IOException e) {
        throw new IllegalArgumentException("a name that cannot be written: " + request, e);
      }
    }
  }

  /** Writes what has been noted so far. One thread at a time. */
  public void flush() throws IOException {
    byte[] bytes;
    synchronized (noted) {
      bytes = noted.toByteArray();
      noted.reset();
    }
    file.write(bytes);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      flush();
    }
  }
}
