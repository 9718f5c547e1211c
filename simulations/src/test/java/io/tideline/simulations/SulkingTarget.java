package io.tideline.simulations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each request with another reason why it will not. */
final class SulkingTarget implements AutoCloseable {
  private static final int LETTERS = 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final AtomicInteger asked = new AtomicInteger();

  SulkingTarget() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String reason = "no, because " + word(asked.incrementAndGet());
          byte[] body = reason.getBytes(StandardCharsets.US_ASCII);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** A word of its own for each number, without digits, which kinds of errors leave out. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number; rest > 0; rest /= LETTERS) {
      word.append((char) ('g' + rest % LETTERS));
    }
    return word.toString();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
