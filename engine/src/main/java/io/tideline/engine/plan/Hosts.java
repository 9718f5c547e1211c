package io.tideline.engine.plan;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that an environment allows.
 *
 * @param names lower case
 */
record Hosts(List<String> names) {
  /** Stands for the stand-in, whose ports are known once it has started. */
  static final String STAND_IN = "stand-in";

  /** Said of a fault that only the stand-in can have. */
  static final String FOR_STAND_IN =
      "this is the stand-in's, and another target is aimed at; call what breaks and mends yours, as"
          + " the examples beside it show, or leave the fault out";

  /** Those that a target's environment allows. */
  static Hosts of(Target target) {
    return new Hosts(
        target.isStandIn()
            ? Stream.concat(target.hosts().stream(), Stream.of(STAND_IN)).toList()
            : target.hosts());
  }

  /** Notes a problem when {@code key} holds no HTTP URL of a host that is allowed. */
  void checkUrl(Node node, String key) {
    String url = node.readOrNull(key, Values.TEXT);
    if (url == null) {
      return;
    }
    URI uri = uri(url);
    String scheme = uri == null ? null : uri.getScheme();
    if (uri == null
        || uri.getHost() == null
        || !("http".equals(scheme) || "https".equals(scheme))) {
      node.problem(key, "\"" + url + "\" is no URL; write for example \"http://localhost:8080/\"");
    } else {
      check(node, key, uri.getHost());
    }
  }

  /** Notes a problem when {@code address} is no host and port, or its host is not allowed. */
  void checkAddress(Node node, String key, String address) {
    URI uri = uri("tcp://" + address);
    if (uri == null || uri.getHost() == null || uri.getPort() < 0) {
      node.problem(
          key, "\"" + address + "\" is no host and port; write for example \"127.0.0.1:5432\"");
    } else {
      check(node, key, uri.getHost());
    }
  }

  private void check(Node node, String key, String host) {
    if (host.equals(STAND_IN) && !names.contains(host)) {
      node.problem(key, FOR_STAND_IN);
      return;
    }
    if (!names.contains(host.toLowerCase(Locale.ROOT))) {
      node.problem(
          key, host + " may not be asked; name it in hosts, which has " + String.join(", ", names));
    }
  }

  private static @Nullable URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notAnUri) {
      return null;
    }
  }
}
