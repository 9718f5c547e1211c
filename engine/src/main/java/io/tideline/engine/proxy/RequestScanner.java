package io.tideline.engine.proxy;

import io.netty.buffer.ByteBuf;
import io.tideline.engine.plan.ProxySpec.Protocol;
import org.jspecify.annotations.Nullable;

/** Finds the requests in what a client sends on one connection, without changing a byte of it. */
interface RequestScanner {

  /** The scanner of a protocol; null for one that is not understood. */
  static @Nullable RequestScanner of(Protocol protocol) {
    return switch (protocol) {
      case TCP -> null;
      case HTTP -> new HttpScanner();
      case POSTGRESQL -> new PostgresScanner();
    };
  }

  /**
   * Reads bytes up to the end of a request or of the bytes.
   *
   * @return the index after the last byte that was read
   */
  int scan(ByteBuf bytes, int from, int to);

  /** Whether the next byte begins a request. */
  boolean isBetween();

  /** How many requests have begun. */
  long requests();
}
