package io.tideline.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of 127.0.0.1 at which nobody listens, and which nobody else gets until it is closed. A
 * port that was free a moment ago may be another program's by now; this one is bound.
 */
public final class ClosedPort implements AutoCloseable {
  private final Socket bound = new Socket();

  /** Takes one. */
  public ClosedPort() throws IOException {
    bound.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
  }

  /** Its number. */
  public int number() {
    return bound.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    bound.close();
  }
}
