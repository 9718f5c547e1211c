package io.tideline.engine.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on the loopback interface that counts what comes. */
final class Upstream implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  private Upstream(Conversation conversation) throws IOException {
    server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          while (!server.isClosed()) {
            accept(conversation);
          }
        });
  }

  /** Sends back what it gets. */
  static Upstream echoing() throws IOException {
    return new Upstream(
        (in, out) -> {
          byte[] buffer = new byte[65_536];
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
          }
        });
  }

  /** Sends so many bytes at once and ends. */
  static Upstream sending(int count) throws IOException {
    return new Upstream(
        (in, out) -> {
          in.read();
          out.write(new byte[count]);
        });
  }

  /** Answers each request of HTTP that has no body with 200 and a body of ten bytes. */
  static Upstream http() throws IOException {
    return new Upstream(
        (in, out) -> {
          StringBuilder head = new StringBuilder();
          for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
              head.setLength(0);
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789".getBytes());
            }
          }
        });
  }

  private void accept(Conversation conversation) {
    try {
      Socket socket = server.accept();
      connections.incrementAndGet();
      threads.execute(() -> talk(socket, conversation));
    } catch (IOException closed) {
      return;
    }
  }

  private void talk(Socket socket, Conversation conversation) {
    try (socket) {
      conversation.hold(new Counted(socket.getInputStream(), bytes), socket.getOutputStream());
    } catch (IOException gone) {
      return;
    }
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** Bytes that have come. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private interface Conversation {
    void hold(InputStream in, OutputStream out) throws IOException;
  }

  private static final class Counted extends java.io.FilterInputStream {
    private final AtomicLong bytes;

    Counted(InputStream in, AtomicLong bytes) {
      super(in);
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytes.addAndGet(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      bytes.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
