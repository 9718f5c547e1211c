package io.tideline.simulations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers so many requests per second, and refuses the others with 503. */
final class LimitedTarget implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double BURST_SECONDS = 0.2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final double perSecond;
  private double free;
  private long last = System.nanoTime();

  LimitedTarget(double perSecond) throws IOException {
    this.perSecond = perSecond;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1024);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(takes() ? 200 : 503, -1);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private synchronized boolean takes() {
    long now = System.nanoTime();
    double more = (now - last) / NANOS_PER_SECOND * perSecond;
    free = Math.min(BURST_SECONDS * perSecond, free + more);
    last = now;
    if (free < 1) {
      return false;
    }
    free--;
    return true;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
