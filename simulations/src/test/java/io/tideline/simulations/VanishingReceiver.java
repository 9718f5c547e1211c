package io.tideline.simulations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes what comes first, and is gone then. */
final class VanishingReceiver implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger taken = new AtomicInteger();

  VanishingReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          taken.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
          Thread stopping = new Thread(() -> server.stop(0));
          stopping.start();
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  int taken() {
    return taken.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
