package io.tideline.engine.plan;

import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.plan.ResourceSource.Server;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a run learns what the target consumes: {@code resources = [ { path = "/metrics",
 * mapping = [micrometer], every = 5 s } ]}. The stand-in's metrics are read unless the plan says
 * otherwise.
 */
final class ResourceReader {
  private static final double EVERY_SECONDS = 5;
  private static final Duration EVERY_OF_SERVER = Duration.ofSeconds(15);
  private static final List<String> PLACES = List.of("path", "url", "prometheus", "process", "pid");
  private static final Set<String> ENDPOINT =
      Set.of("path", "url", "mapping", "measures", "every", "credentials");
  private static final Set<String> SERVER =
      Set.of("prometheus", "mapping", "measures", "queries", "labels", "every", "credentials");
  private static final Set<String> PROCESS = Set.of("process", "pid", "every");
  private static final List<Rule> OF_STAND_IN =
      List.of(
          new Rule("replicas", "count", "memories_replicas", null, null, null),
          new Rule("replicas wanted", "count", "memories_replicas_wanted", null, null, null));

  private final Node environment;
  private final List<String> hosts;
  private final Duration every;

  /**
   * @param hosts that a run may ask
   * @param speedup of the run: what the plan leaves open is read as much more often, down to once a
   *     second, so that as many readings fall into an hour of the plan
   */
  ResourceReader(Node environment, List<String> hosts, double speedup) {
    this.environment = environment;
    this.hosts = hosts;
    this.every = Duration.ofSeconds((long) Math.ceil(EVERY_SECONDS / Math.max(1, speedup)));
  }

  List<ResourceSource> read(boolean standIn) {
    if (!environment.has("resources")) {
      return standIn
          ? List.of(new ResourceSource("/metrics", List.of("micrometer"), OF_STAND_IN, every))
          : List.of();
    }
    return environment.children("resources").stream().map(this::source).toList();
  }

  private ResourceSource source(Node node) {
    List<String> places = PLACES.stream().filter(node::has).toList();
    if (places.size() != 1) {
      node.allow(ENDPOINT);
      node.problem(
          "path",
          "a source of resources needs either a path on the target or a url, or else prometheus,"
              + " process or pid; one of them");
      return endpoint(node, "/");
    }
    return switch (places.get(0)) {
      case "path" -> endpoint(node, path(node));
      case "url" -> endpoint(node, url(node, "url"));
      case "prometheus" -> server(node);
      default -> process(node, places.get(0));
    };
  }

  private ResourceSource endpoint(Node node, String at) {
    node.allow(ENDPOINT);
    List<String> mapping = node.read("mapping", Values.TEXTS, List.of());
    List<Rule> rules = RuleReader.read(node, "measures");
    if (mapping.isEmpty() && rules.isEmpty()) {
      node.problem(
          "mapping", "a source of resources needs a mapping, such as mapping = [micrometer]");
    }
    return new ResourceSource(
        at,
        mapping,
        rules,
        node.read("every", Values.SECONDS, every),
        AccessReader.read(node),
        null);
  }

  private ResourceSource server(Node node) {
    node.allow(SERVER);
    List<String> mapping = node.read("mapping", Values.TEXTS, List.of());
    List<Rule> rules = RuleReader.read(node, "measures");
    List<Rule> queries = RuleReader.read(node, "queries");
    if (mapping.isEmpty() && rules.isEmpty() && queries.isEmpty()) {
      node.problem(
          "queries",
          "a Prometheus server needs a mapping, measures, or queries such as"
              + " queries { replicas = \"sum(kube_deployment_status_replicas)\" }");
    }
    Map<String, String> labels = new LinkedHashMap<>();
    Node named = node.child("labels");
    named.keys().forEach(label -> labels.put(label, named.read(label, Values.TEXT, "")));
    return new ResourceSource(
        url(node, "prometheus"),
        mapping,
        rules,
        node.read("every", Values.SECONDS, EVERY_OF_SERVER),
        AccessReader.read(node),
        new Server(labels, queries));
  }

  private ResourceSource process(Node node, String key) {
    node.allow(PROCESS);
    String which =
        key.equals("pid")
            ? String.valueOf(node.read(key, Values.COUNT, 1L))
            : node.read(key, Values.TEXT, "?");
    if (which.isBlank()) {
      node.problem(key, "a process needs an id or a part of its command line");
    }
    return new ResourceSource(
        ResourceSource.PROCESS + which,
        List.of(),
        List.of(),
        node.read("every", Values.SECONDS, every));
  }

  private static String path(Node node) {
    String path = node.read("path", Values.TEXT, "/");
    if (!path.startsWith("/")) {
      node.problem("path", "a path on the target begins with /");
    }
    return path;
  }

  private String url(Node node, String key) {
    String url = node.read(key, Values.TEXT, "");
    String host = host(url);
    if (host == null) {
      node.problem(key, "is no URL; write for example \"http://localhost:9187/metrics\"");
    } else if (!hosts.contains(host)) {
      node.problem(
          key, host + " may not be asked; name it in hosts, which has " + String.join(", ", hosts));
    }
    return url;
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
}
