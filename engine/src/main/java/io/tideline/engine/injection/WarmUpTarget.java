package io.tideline.engine.injection;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other side of the warm-up, within this process: answers whatever comes on a port of the
 * loopback with the same few bytes of JSON. Its requests are small enough to come in one piece.
 */
final class WarmUpTarget implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(WarmUpTarget.class);
  private static final int BUFFER_BYTES = 1 << 14;
  private static final String BODY = "{\"warm\":\"up\"}";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
          + BODY.length()
          + "\r\n\r\n"
          + BODY;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer answer =
      ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();
  private volatile boolean closed;

  WarmUpTarget() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    new DefaultThreadFactory("tideline-warm-up", true).newThread(this::run).start();
  }

  String url() {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return "http://" + host + ":" + server.socket().getLocalPort();
  }

  private void run() {
    try (selector;
        server) {
      while (!closed) {
        selector.select(this::serve);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      LOGGER.warn("the warm-up was cut short: {}", e.getMessage());
    }
  }

  private void serve(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        SocketChannel client = server.accept();
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ);
      } else {
        answer((SocketChannel) key.channel());
      }
    } catch (IOException e) {
      LOGGER.debug("a warm-up connection broke", e);
      key.cancel();
    }
  }

  private void answer(SocketChannel client) throws IOException {
    if (client.read(buffer.clear()) < 0) {
      client.close();
    } else {
      client.write(answer.rewind());
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
