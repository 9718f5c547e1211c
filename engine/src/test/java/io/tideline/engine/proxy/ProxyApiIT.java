package io.tideline.engine.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls that Toxiproxy's clients make, with its JSON and statuses. */
class ProxyApiIT {
  private static final String PROXY =
      "{\"name\":\"db\",\"listen\":\"127.0.0.1:0\",\"upstream\":\"127.0.0.1:1\"}";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Proxies proxies = new Proxies(1);
  private ProxyServer server;

  @BeforeEach
  void open() throws Exception {
    server = ProxyServer.open(proxies, "127.0.0.1:0");
  }

  @AfterEach
  void close() {
    server.close();
    proxies.close();
  }

  @Test
  void aProxyIsCreatedShownChangedAndDeleted() throws Exception {
    Said made = call("POST", "/proxies", PROXY);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("enabled").asBoolean()).isTrue();
    assertThat(made.json().path("toxics").isArray()).isTrue();
    assertThat(made.json().path("listen").asText()).matches("127\\.0\\.0\\.1:[1-9]\\d+");
    assertThat(call("POST", "/proxies", PROXY).status()).isEqualTo(409);
    assertThat(call("GET", "/proxies", "").json().has("db")).isTrue();

    Said off = call("POST", "/proxies/db", "{\"enabled\":false}");
    assertThat(off.json().path("enabled").asBoolean()).isFalse();
    assertThat(off.json().path("listen")).isEqualTo(made.json().path("listen"));
    assertThat(call("DELETE", "/proxies/db", "").status()).isEqualTo(204);
    Said gone = call("GET", "/proxies/db", "");
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json().toString()).isEqualTo("{\"error\":\"proxy not found\",\"status\":404}");
  }

  @Test
  void aToxicIsAddedChangedAndRemoved() throws Exception {
    call("POST", "/proxies", PROXY);
    Said made =
        call(
            "POST",
            "/proxies/db/toxics",
            "{\"type\":\"latency\",\"attributes\":{\"latency\":1000}}");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().toString())
        .isEqualTo(
            "{\"attributes\":{\"jitter\":0,\"latency\":1000},\"name\":\"latency_downstream\","
                + "\"type\":\"latency\",\"stream\":\"downstream\",\"toxicity\":1}");

    Said changed =
        call("PATCH", "/proxies/db/toxics/latency_downstream", "{\"attributes\":{\"jitter\":5}}");
    assertThat(changed.json().path("attributes").toString())
        .isEqualTo("{\"jitter\":5,\"latency\":1000}");
    assertThat(call("GET", "/proxies/db/toxics", "").json()).hasSize(1);
    assertThat(call("DELETE", "/proxies/db/toxics/latency_downstream", "").status()).isEqualTo(204);
    assertThat(call("DELETE", "/proxies/db/toxics/latency_downstream", "").json().path("error"))
        .hasToString("\"toxic not found\"");
  }

  @Test
  void whatCannotBeIsRefusedInToxiproxysWords() throws Exception {
    call("POST", "/proxies", PROXY);
    Map<String, String> wrong =
        Map.of(
            "{\"type\":\"plague\"}", "invalid toxic type",
            "{\"type\":\"latency\",\"stream\":\"sideways\"}",
                "stream was invalid, can be either upstream or downstream",
            "{", "bad request body");
    for (Map.Entry<String, String> body : wrong.entrySet()) {
      Said said = call("POST", "/proxies/db/toxics", body.getKey());
      assertThat(said.status()).isEqualTo(400);
      assertThat(said.json().path("error").asText()).startsWith(body.getValue());
    }
    assertThat(call("POST", "/proxies", "{\"name\":\"x\"}").json().path("error").asText())
        .isEqualTo("missing required field: upstream");
  }

  @Test
  void aResetEnablesAllAndTakesAllToxicsOff() throws Exception {
    call("POST", "/populate", "[" + PROXY + "]");
    call("POST", "/proxies/db/toxics", "{\"type\":\"timeout\"}");
    call("POST", "/proxies/db", "{\"enabled\":false}");

    assertThat(call("POST", "/reset", "").status()).isEqualTo(204);
    JsonNode proxy = call("GET", "/proxies/db", "").json();
    assertThat(proxy.path("enabled").asBoolean()).isTrue();
    assertThat(proxy.path("toxics")).isEmpty();
    assertThat(call("GET", "/version", "").json().path("version").asText())
        .isEqualTo(ProxyApi.VERSION);
  }

  @Test
  void browsersAreRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/proxies"))
            .header("User-Agent", "Mozilla/5.0")
            .build();

    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
  }

  private Said call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Said(
        response.statusCode(),
        ToxicJson.JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
  }

  private record Said(int status, JsonNode json) {}
}
