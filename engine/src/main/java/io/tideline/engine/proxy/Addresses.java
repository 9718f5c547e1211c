package io.tideline.engine.proxy;

import java.net.InetSocketAddress;

/** Hosts and ports as text: {@code 127.0.0.1:5432}, {@code [::1]:80}, {@code :80} for any host. */
final class Addresses {
  private Addresses() {}

  /**
   * Reads an address; a host's name is looked up.
   *
   * @throws IllegalArgumentException with a sentence when it is none
   */
  static InetSocketAddress of(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      String host = text.substring(0, Math.max(0, colon));
      boolean bracketed = host.startsWith("[") && host.endsWith("]");
      String bare = bracketed ? host.substring(1, host.length() - 1) : host;
      return bare.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(bare, port);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no host and port; write for example 127.0.0.1:5432", e);
    }
  }

  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
