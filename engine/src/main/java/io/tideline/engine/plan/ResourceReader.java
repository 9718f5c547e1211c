package io.tideline.engine.plan;

import io.tideline.engine.plan.ResourceSource.Rule;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a run learns what the target consumes: {@code resources = [ { path = "/metrics",
 * mapping = [micrometer], every = 5 s } ]}. The stand-in's metrics are read unless the plan says
 * otherwise.
 */
final class ResourceReader {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Set<String> KEYS = Set.of("path", "url", "mapping", "measures", "every");
  private static final Set<String> RULE = Set.of("unit", "value", "limit", "waiting", "by");
  private static final List<String> UNITS =
      List.of("share", "bytes", "count", "seconds", "per-second", "bytes-per-second");
  private static final ResourceSource STAND_IN =
      new ResourceSource("/metrics", List.of("micrometer"), List.of(), EVERY);

  private final Node environment;
  private final List<String> hosts;

  /**
   * @param hosts that a run may ask
   */
  ResourceReader(Node environment, List<String> hosts) {
    this.environment = environment;
    this.hosts = hosts;
  }

  List<ResourceSource> read(boolean standIn) {
    if (!environment.has("resources")) {
      return standIn ? List.of(STAND_IN) : List.of();
    }
    return environment.children("resources").stream().map(this::source).toList();
  }

  private ResourceSource source(Node node) {
    node.allow(KEYS);
    List<String> mapping = node.read("mapping", Values.TEXTS, List.of());
    List<Rule> rules = new ArrayList<>();
    Node measures = node.child("measures");
    measures.keys().forEach(name -> rules.add(rule(name, measures.child(name))));
    if (mapping.isEmpty() && rules.isEmpty()) {
      node.problem(
          "mapping", "a source of resources needs a mapping, such as mapping = [micrometer]");
    }
    return new ResourceSource(at(node), mapping, rules, node.read("every", Values.SECONDS, EVERY));
  }

  private String at(Node node) {
    String path = node.readOrNull("path", Values.TEXT);
    String url = node.readOrNull("url", Values.TEXT);
    if ((path == null) == (url == null)) {
      node.problem("path", "a source of resources needs either a path on the target or a url");
      return "/";
    }
    if (path != null) {
      if (!path.startsWith("/")) {
        node.problem("path", "a path on the target begins with /");
      }
      return path;
    }
    String host = host(String.valueOf(url));
    if (host == null) {
      node.problem("url", "is no URL; write for example \"http://localhost:9187/metrics\"");
    } else if (!hosts.contains(host)) {
      node.problem(
          "url",
          host + " may not be asked; name it in hosts, which has " + String.join(", ", hosts));
    }
    return String.valueOf(url);
  }

  private static @Nullable String host(String url) {
    try {
      URI uri = URI.create(url);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null && uri.getUserInfo() == null
          ? uri.getHost().toLowerCase(Locale.ROOT)
          : null;
    } catch (IllegalArgumentException notAnUri) {
      return null;
    }
  }

  private static Rule rule(String name, Node node) {
    node.allow(RULE);
    String unit = node.read("unit", Values.TEXT, "count");
    if (!UNITS.contains(unit)) {
      node.problem("unit", "there is no such unit; there are " + String.join(", ", UNITS));
    }
    if (!node.has("value")) {
      node.problem(
          "value", "a measure needs a value, such as value = \"jvm_threads_live_threads\"");
    }
    return new Rule(
        name,
        unit,
        node.read("value", Values.TEXT, "0"),
        node.readOrNull("limit", Values.TEXT),
        node.readOrNull("waiting", Values.TEXT),
        node.readOrNull("by", Values.TEXT));
  }
}
