package io.tideline.engine.benchmark;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The target of the benchmarks, a process of its own: answers {@code GET /k...} with two bytes and
 * stamps when the first request of arrival k was read, and when its connection had been accepted.
 * One thread, one buffer, nothing made for a request, so that it costs as little as a target can.
 *
 * <p>Prints its port, runs until its standard input ends, and then writes its {@link Stamps}.
 */
final class StampTarget {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
  private static final int BACKLOG = 4096;
  private static final int PATH_OFFSET = "GET /".length();

  private final long[] accepted;
  private final long[] read;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 14);
  private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);
  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private volatile boolean ended;
  private long requests;

  private StampTarget(int arrivals) throws IOException {
    accepted = new long[arrivals];
    read = new long[arrivals];
    server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * @param args most arrivals to stamp, file for the stamps
   */
  public static void main(String[] args) throws IOException {
    StampTarget target = new StampTarget(Integer.parseInt(args[0]));
    System.out.println(target.server.socket().getLocalPort());
    Thread watch = new Thread(target::awaitEndOfInput);
    watch.setDaemon(true);
    watch.start();
    while (!target.ended) {
      target.selector.select(target::serve);
    }
    target.write(Path.of(args[1]));
  }

  private void awaitEndOfInput() {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("the benchmark is gone: " + e.getMessage());
    }
    ended = true;
    selector.wakeup();
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        answer(key);
      }
    } catch (IOException e) {
      key.cancel();
      close(key);
    }
  }

  private void accept() throws IOException {
    for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
      long now = SharedClock.nanos();
      client.configureBlocking(false);
      client.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
      client.register(selector, SelectionKey.OP_READ, now);
    }
  }

  private void answer(SelectionKey key) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    int bytes = client.read(buffer.clear());
    if (bytes < 0) {
      client.close();
    } else if (bytes > 0) {
      stamp((Long) key.attachment(), SharedClock.nanos());
      client.write(answer.rewind());
    }
  }

  private void stamp(long acceptNanos, long readNanos) {
    int arrival = 0;
    for (int i = PATH_OFFSET; Character.isDigit(buffer.get(i)); i++) {
      arrival = arrival * 10 + buffer.get(i) - '0';
    }
    if (arrival >= read.length) {
      return;
    }
    requests++;
    if (read[arrival] == 0) {
      accepted[arrival] = acceptNanos;
      read[arrival] = readNanos;
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      System.err.println("not closed: " + e.getMessage());
    }
  }

  private void write(Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (2 * read.length + 1));
      bytes.asLongBuffer().put(requests).put(accepted).put(read);
      out.write(bytes.array());
    }
  }
}
