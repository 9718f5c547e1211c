package io.tideline.engine.plan;

import io.tideline.engine.plan.NetworkFault.Direction;
import io.tideline.engine.plan.NetworkFault.Of;
import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.ProxySpec.Protocol;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads trouble at a proxy: {@code network { proxy = database, latency = 200 ms, jitter = 50 ms,
 * share = 50 % }}. Of the keys that name a trouble there is exactly one.
 */
final class NetworkReader {
  private static final List<String> TROUBLES =
      List.of(
          "latency",
          "bandwidth",
          "black-hole",
          "reset",
          "slow-close",
          "cut-after",
          "slices",
          "down",
          "status",
          "delay",
          "truncate");
  private static final List<String> OTHERS =
      List.of("proxy", "direction", "share", "of", "jitter", "every", "after");
  private static final ValueType<Direction> DIRECTION =
      new ValueType<>(
          "direction", "up, down or both", c -> word(Direction.class, c.getString(Node.SINGLE)));
  private static final ValueType<Of> OF =
      new ValueType<>(
          "thing to take a share of",
          "connections or requests",
          c -> word(Of.class, c.getString(Node.SINGLE)));
  private static final ValueType<Integer> STATUS =
      new ValueType<>("status from 200 to 599", "503", c -> status(c.getInt(Node.SINGLE)));

  private final List<ProxySpec> proxies;
  private final boolean toxiproxy;

  NetworkReader(List<ProxySpec> proxies, boolean toxiproxy) {
    this.proxies = proxies;
    this.toxiproxy = toxiproxy;
  }

  @Nullable FaultSpec read(Node node) {
    Set<String> keys = new HashSet<>(TROUBLES);
    keys.addAll(OTHERS);
    node.allow(keys);
    ProxySpec proxy = proxy(node);
    NetworkTrouble trouble = trouble(node);
    if (proxy == null || trouble == null) {
      return null;
    }
    if (trouble.needsHttp() && (toxiproxy || proxy.protocol() != Protocol.HTTP)) {
      node.problem(
          "proxy",
          toxiproxy
              ? "Toxiproxy knows no requests; leave toxiproxy out for status, delay and truncate"
              : "only a proxy of HTTP can do that to requests; give it protocol = http");
    }
    if (toxiproxy && node.has("after")) {
      node.problem("after", "Toxiproxy resets at once; leave after out");
    }
    double share = share(node);
    Of of = node.read("of", OF, trouble.needsHttp() ? Of.REQUESTS : Of.CONNECTIONS);
    if (of == Of.REQUESTS && !trouble.needsHttp()) {
      node.problem("of", "only status, delay and truncate happen to a share of requests");
    }
    if (trouble instanceof NetworkTrouble.Down && share < 1) {
      node.problem("share", "a proxy is down for all; use reset for a share of connections");
    }
    return new NetworkFault(
        proxy.name(), trouble, node.read("direction", DIRECTION, Direction.DOWN), share, of);
  }

  private static double share(Node node) {
    double share = node.read("share", Values.SHARE, 1.0);
    if (share == 0) {
      node.problem("share", "a share of 0 breaks nothing");
    }
    return share;
  }

  private @Nullable ProxySpec proxy(Node node) {
    String name = node.read("proxy", Values.TEXT, "");
    ProxySpec found =
        proxies.stream().filter(proxy -> proxy.name().equals(name)).findFirst().orElse(null);
    if (found == null) {
      String known = String.join(", ", proxies.stream().map(ProxySpec::name).toList());
      node.problem(
          "proxy",
          "there is no proxy \""
              + name
              + "\"; there are "
              + (known.isEmpty() ? "none: name one in proxies" : known));
    }
    return found;
  }

  private static @Nullable NetworkTrouble trouble(Node node) {
    List<String> named = node.keys().stream().filter(TROUBLES::contains).toList();
    if (named.size() != 1) {
      node.problem(
          "proxy",
          "a fault of the network needs exactly one of "
              + String.join(", ", TROUBLES)
              + "; this one has "
              + (named.isEmpty() ? "none" : String.join(" and ", named)));
      return null;
    }
    String key = named.get(0);
    goesWith(node, "jitter", key, "latency");
    goesWith(node, "every", key, "slices");
    goesWith(node, "after", key, "reset");
    return switch (key) {
      case "latency" ->
          new NetworkTrouble.Latency(
              duration(node, key), node.read("jitter", Values.DURATION, Duration.ZERO));
      case "bandwidth" -> new NetworkTrouble.Bandwidth(node.read(key, Values.BYTES, 1L));
      case "slow-close" -> new NetworkTrouble.SlowClose(duration(node, key));
      case "cut-after" -> new NetworkTrouble.Cut(node.read(key, Values.BYTES, 1L));
      case "slices" ->
          new NetworkTrouble.Slices(
              node.read(key, Values.BYTES, 1L),
              node.read("every", Values.DURATION, Duration.ofMillis(1)));
      case "status" -> new NetworkTrouble.Status(node.read(key, STATUS, 503));
      case "delay" -> new NetworkTrouble.Delay(duration(node, key));
      case "truncate" -> new NetworkTrouble.Truncate(node.read(key, Values.BYTES, 1L));
      default -> flag(node, key);
    };
  }

  private static void goesWith(Node node, String more, String key, String only) {
    if (node.has(more) && !key.equals(only)) {
      node.problem(more, "goes with " + only + " only");
    }
  }

  private static NetworkTrouble flag(Node node, String key) {
    if (!node.read(key, Values.FLAG, true)) {
      node.problem(key, "write " + key + " = true, or leave the fault out");
    }
    return switch (key) {
      case "black-hole" -> new NetworkTrouble.BlackHole();
      case "reset" -> new NetworkTrouble.Reset(node.read("after", Values.DURATION, Duration.ZERO));
      default -> new NetworkTrouble.Down();
    };
  }

  private static Duration duration(Node node, String key) {
    return node.read(key, Values.DURATION, Duration.ofMillis(1));
  }

  private static int status(int code) {
    if (code < 200 || code > 599) {
      throw new IllegalArgumentException("out of range");
    }
    return code;
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
  }
}
