package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideline.feeders.FeederFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs in, with what, and where secrets go: seen by a target that only notes the sign-ins. */
class AccountsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "pa\"55#{that}-nobody-may-see";
  private static final String KEY = "key-that-nobody-may-see";

  @TempDir Path results;

  private final Queue<JsonNode> signIns = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();

  private void signIn(HttpExchange exchange) throws IOException {
    signIns.add(JSON.readTree(exchange.getRequestBody()));
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key")));
    answer(exchange, 201, "{\"token\":\"t\",\"displayName\":\"n\"}");
  }

  /** Anything after the sign-in: an answer that no check can read. */
  private static void fail(HttpExchange exchange) throws IOException {
    answer(exchange, 500, "{}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void arrivalKSignsInAsAccountKOnceAndSecretsAreNeverWritten() throws Exception {
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 64);
    target.createContext("/", AccountsIT::fail);
    target.createContext("/api/sessions", this::signIn);
    target.start();
    Path plan = results.resolve("plan.conf");
    Files.writeString(
        plan,
        Files.readString(Path.of("src/test/resources/tideline.conf"))
            + """
            environments.guarded {
              base-url = "http://127.0.0.1:%d"
              hosts = ["127.0.0.1"]
              credentials {
                password = "GUARDED_PASSWORD"
                headers { "X-Api-Key" = "GUARDED_KEY" }
              }
            }
            """
                .formatted(target.getAddress().getPort()));
    Map<String, String> secrets = Map.of("GUARDED_PASSWORD", PASSWORD, "GUARDED_KEY", KEY);
    try (GatlingProcess run =
        GatlingProcess.start(
            results,
            secrets,
            "scenario=smoke",
            "duration=5s",
            "env=guarded",
            "plan=" + plan,
            "feeders=feeders/data")) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
      assertThat(run.output()).contains("Verdict: FAIL").doesNotContain("at io.gatling");
    } finally {
      target.stop(0);
    }

    FeederFolder feeders = FeederFolder.open(Path.of("../feeders/data"));
    List<String> expected =
        IntStream.range(0, 30).mapToObj(k -> feeders.users().user(k).email()).toList();
    assertThat(signIns)
        .extracting(body -> body.get("email").asText())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(signIns).extracting(body -> body.get("password").asText()).containsOnly(PASSWORD);
    assertThat(keys).containsOnly(KEY);
    try (Stream<Path> files = Files.walk(results)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content).as(file.toString()).doesNotContain("nobody-may-see");
      }
    }
  }
}
