package io.tideline.engine.plan;

import com.typesafe.config.ConfigException;
import io.tideline.engine.plan.Target.Credentials;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the load goes: a named environment of the plan file, the options {@code env} and
 * {@code baseUrl} on top. Without either it is the stand-in; with a base URL alone it is {@code
 * local}, which allows this machine only.
 */
final class TargetReader {
  private static final String STAND_IN_VERSION = "/health";
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> KEYS =
      Set.of(
          "base-url",
          "hosts",
          "limits",
          "off-peak",
          "credentials",
          "version",
          "resources",
          "proxies",
          "toxiproxy");

  private final Node environments;
  private final Options options;

  TargetReader(Node environments, Options options) {
    this.environments = environments;
    this.options = options;
  }

  /** The name of the environment that the options choose. */
  String name() {
    return options
        .value("env")
        .orElseGet(() -> options.value("baseUrl").isPresent() ? Target.LOCAL : Target.STAND_IN);
  }

  Target read() {
    String name = name();
    boolean builtIn = name.equals(Target.LOCAL) || name.equals(Target.STAND_IN);
    if (!builtIn && !environments.has(name)) {
      environments
          .problems()
          .add(
              options.where("env")
                  + ": there is no such environment; there are "
                  + String.join(", ", environments.keys()));
    }
    Node node = environments.child(name);
    node.allow(KEYS);
    List<String> hosts = hosts(node);
    String baseUrl = baseUrl(node, name, hosts);
    String version = node.readOrNull("version", Values.TEXT);
    return new Target(
        name,
        baseUrl,
        hosts,
        offPeak(node),
        credentials(node.child("credentials")),
        version == null && name.equals(Target.STAND_IN) ? STAND_IN_VERSION : version,
        new ResourceReader(node, hosts, speedup()).read(name.equals(Target.STAND_IN)));
  }

  /** 1 where it is no number, which is said where the load is read. */
  private double speedup() {
    try {
      return Values.parse(options.value("speedup").orElse("1"), Values.POSITIVE);
    } catch (ConfigException | IllegalArgumentException e) {
      return 1;
    }
  }

  private static List<String> hosts(Node node) {
    return node.read("hosts", Values.TEXTS, LOOPBACK).stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .toList();
  }

  private @Nullable String baseUrl(Node node, String name, List<String> hosts) {
    String own = node.readOrNull("base-url", Values.TEXT);
    String url = options.value("baseUrl").orElse(own == null ? "" : own);
    String where = options.where("baseUrl");
    Problems problems = node.problems();
    if (name.equals(Target.STAND_IN)) {
      if (!url.isEmpty()) {
        problems.add(where + ": the stand-in has no base URL of its own; leave env or baseUrl out");
      }
      return null;
    }
    if (url.isEmpty() && (name.equals(Target.LOCAL) || environments.has(name))) {
      problems.add("environment " + name + " has no base-url; give one there or as -DbaseUrl=...");
    }
    if (url.isEmpty()) {
      return null;
    }
    String host = host(url);
    if (host == null) {
      problems.add(
          where + ": \"" + url + "\" is no base URL; write for example http://localhost:8080");
    } else if (!hosts.contains(host)) {
      problems.add(notAllowed(where, host, name, hosts));
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String notAllowed(String where, String host, String name, List<String> hosts) {
    return String.format(
        "%s: no load may go to %s; environment %s allows %s."
            + " To allow it, name it in environments.%s.hosts of the plan file",
        where, host, name, String.join(", ", hosts), name);
  }

  private static @Nullable String host(String url) {
    try {
      URI uri = URI.create(url);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null;
      return http && bare && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : null;
    } catch (IllegalArgumentException notAnUri) {
      return null;
    }
  }

  private static @Nullable OffPeak offPeak(Node environment) {
    if (!environment.has("off-peak")) {
      return null;
    }
    Node node = environment.child("off-peak");
    node.allow(Set.of("from", "to", "zone"));
    for (String key : List.of("from", "to", "zone")) {
      if (!node.has(key)) {
        node.problem(
            key,
            "an off-peak window needs from, to and zone, such as"
                + " { from = \"22:00\", to = \"06:00\", zone = \"Europe/Berlin\" }");
      }
    }
    return new OffPeak(
        node.read("from", Values.TIME, LocalTime.MIDNIGHT),
        node.read("to", Values.TIME, LocalTime.MIDNIGHT),
        node.read("zone", Values.ZONE, ZoneId.of("UTC")));
  }

  private static Credentials credentials(Node node) {
    node.allow(Set.of("password", "headers"));
    Map<String, String> headers = new LinkedHashMap<>();
    Node headerNode = node.child("headers");
    for (String header : headerNode.keys()) {
      headers.put(header, headerNode.read(header, Values.TEXT, ""));
    }
    return new Credentials(node.readOrNull("password", Values.TEXT), headers);
  }
}
