package io.tideline.simulations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Lets everybody connect and never reads or answers. */
final class SilentReceiver implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket socket;

  SilentReceiver() throws IOException {
    socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
