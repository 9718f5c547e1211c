package io.tideline.engine.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Lets a {@link StampTarget} answer some thousand requests before it is used, so that its own
 * compilation is not measured as somebody's start error.
 */
final class TargetWarmUp {
  private static final int CONNECTIONS = 1500;
  private static final int REQUESTS = 10;

  /** An arrival that no benchmark has. */
  private static final byte[] REQUEST =
      "GET /999999999 HTTP/1.1\r\nhost: target\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private TargetWarmUp() {}

  static void of(int port) throws IOException {
    byte[] answer = new byte[1024];
    for (int i = 0; i < CONNECTIONS; i++) {
      try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
        InputStream in = socket.getInputStream();
        for (int j = 0; j < REQUESTS; j++) {
          socket.getOutputStream().write(REQUEST);
          if (in.read(answer) < 0) {
            throw new IOException("the target has gone");
          }
        }
      }
    }
  }
}
