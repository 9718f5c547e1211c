package io.tideline.engine.plan;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the block {@code live} of a plan file:
 *
 * <pre>
 *   live {
 *     influx { url = "http://localhost:8086", database = tideline }          # version 1
 *     influx { url = "...", org = team, bucket = load, token = INFLUX_TOKEN }  # version 2
 *     otlp { url = "http://localhost:4318/v1/metrics", every = 10 s }
 *     grafana { url = "http://localhost:3000", token = GRAFANA_TOKEN }
 *   }
 * </pre>
 */
public final class ReceiversReader {
  static final String BLOCK = "live";
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final String URL = "url";
  private static final String TOKEN = "token";

  private ReceiversReader() {}

  /** What the file says; a file that is no plan is told of by {@link PlanReader}. */
  public static Receivers read(Path file, Problems problems) {
    if (!Files.isReadable(file)) {
      return Receivers.NONE;
    }
    try {
      ConfigObject root = ConfigFactory.parseFile(file.toFile()).resolve().root();
      return read(new Node("", root, problems).child(BLOCK));
    } catch (ConfigException noPlan) {
      return Receivers.NONE;
    }
  }

  private static Receivers read(Node live) {
    live.allow(Set.of("influx", "otlp", "grafana"));
    return new Receivers(
        live.has("influx") ? influx(live.child("influx")) : null,
        live.has("otlp") ? otlp(live.child("otlp")) : null,
        live.has("grafana") ? grafana(live.child("grafana")) : null);
  }

  private static Receivers.@Nullable Influx influx(Node node) {
    node.allow(Set.of(URL, "database", "org", "bucket", TOKEN, "every"));
    boolean first = node.has("database");
    if (first == (node.has("org") && node.has("bucket"))) {
      node.problem(URL, "InfluxDB needs either a database (version 1) or org and bucket (2)");
      return null;
    }
    List<String> place =
        first
            ? List.of(node.read("database", Values.TEXT, ""))
            : List.of(node.read("org", Values.TEXT, ""), node.read("bucket", Values.TEXT, ""));
    return new Receivers.Influx(url(node), place, node.readOrNull(TOKEN, Values.TEXT), every(node));
  }

  private static Receivers.Otlp otlp(Node node) {
    node.allow(Set.of(URL, "headers", "every"));
    Map<String, String> headers = new LinkedHashMap<>();
    Node own = node.child("headers");
    own.keys().forEach(header -> headers.put(header, own.read(header, Values.TEXT, "")));
    return new Receivers.Otlp(url(node), headers, every(node));
  }

  private static Receivers.Grafana grafana(Node node) {
    node.allow(Set.of(URL, TOKEN));
    if (!node.has(TOKEN)) {
      node.problem(TOKEN, "Grafana takes annotations with a token only; name its variable");
    }
    return new Receivers.Grafana(url(node), node.read(TOKEN, Values.TEXT, ""));
  }

  private static Duration every(Node node) {
    return node.read("every", Values.SECONDS, EVERY);
  }

  private static String url(Node node) {
    String url = node.read(URL, Values.TEXT, "");
    if (!isUrl(url)) {
      node.problem(URL, "\"" + url + "\" is no URL; write for example \"http://localhost:8086\"");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static boolean isUrl(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException notAnUri) {
      return false;
    }
  }
}
