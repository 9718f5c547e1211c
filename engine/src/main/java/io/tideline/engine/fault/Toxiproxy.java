package io.tideline.engine.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.ProxyCounts;
import io.tideline.engine.proxy.Toxic;
import io.tideline.engine.proxy.ToxicJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of a Toxiproxy, steered through its HTTP API. Those that were made here are taken
 * away at the end; others are left alone.
 */
final class Toxiproxy implements Network {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int NOT_FOUND = 404;
  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /**
   * @param url of its API
   */
  Toxiproxy(String url) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  @Override
  public ProxySpec open(ProxySpec spec) throws IOException {
    call("DELETE", proxy(spec.name()), null, NOT_FOUND);
    JsonNode answer =
        call(
            "POST",
            "/proxies",
            Map.of(
                "name", spec.name(),
                "listen", spec.listen(),
                "upstream", spec.upstream(),
                "enabled", true),
            0);
    made.add(spec.name());
    return new ProxySpec(
        spec.name(), answer.path("listen").asText(), spec.upstream(), spec.protocol());
  }

  @Override
  public void add(String proxy, Toxic toxic) throws IOException {
    remove(proxy, toxic.name());
    call("POST", proxy(proxy) + "/toxics", ToxicJson.of(whole(toxic)), 0);
  }

  /** Its attributes are whole numbers; a rate below 1 would stop everything. */
  private static Toxic whole(Toxic toxic) {
    Map<String, Double> attributes = new ConcurrentHashMap<>();
    toxic
        .attributes()
        .forEach(
            (name, value) ->
                attributes.put(name, value == 0 ? 0.0 : Math.max(1, Math.rint(value))));
    return new Toxic(toxic.name(), toxic.type(), toxic.stream(), toxic.toxicity(), attributes);
  }

  @Override
  public void remove(String proxy, String toxic) throws IOException {
    call("DELETE", proxy(proxy) + "/toxics/" + encoded(toxic), null, NOT_FOUND);
  }

  @Override
  public void enable(String proxy, boolean enabled) throws IOException {
    call("POST", proxy(proxy), Map.of("enabled", enabled), 0);
  }

  @Override
  public void upstream(String proxy, String address) throws IOException {
    call("POST", proxy(proxy), Map.of("upstream", address), 0);
  }

  @Override
  public List<ProxyCounts> counts() {
    return List.of();
  }

  @Override
  public void close() {
    for (String name : made) {
      try {
        call("DELETE", proxy(name), null, NOT_FOUND);
      } catch (IOException e) {
        System.err.println("proxy " + name + " is left: " + e.getMessage());
      }
    }
  }

  private static String proxy(String name) {
    return "/proxies/" + encoded(name);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A call; {@code allowed} is a status besides 2xx that will do. */
  private JsonNode call(String method, String path, @Nullable Object body, int allowed)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      int status = response.statusCode();
      if (status / HUNDRED != SUCCESS && status != allowed) {
        throw new IOException(
            "Toxiproxy refuses " + method + " " + path + ": " + status + " " + response.body());
      }
      return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Toxiproxy was asked", e);
    }
  }
}
