package io.tideline.engine.show;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The page, whole in one file; what it shows comes as events. */
final class LivePage {
  /** Nothing may be loaded but the page itself, and it talks to its own server only. */
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final byte[] BYTES = read();

  private LivePage() {}

  static byte[] bytes() {
    return BYTES;
  }

  private static byte[] read() {
    try (InputStream in = LivePage.class.getResourceAsStream("live.html")) {
      return Objects.requireNonNull(in, "live.html is missing").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
