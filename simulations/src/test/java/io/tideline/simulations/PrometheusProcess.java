package io.tideline.simulations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real Prometheus on a free port of this machine. */
final class PrometheusProcess implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_START_MILLIS = 60_000;

  private final Process process;
  private final String url;

  private PrometheusProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Whether this machine has a program. */
  static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Starts one; on another port when somebody else got the first meanwhile. */
  static PrometheusProcess start(Path folder, Path config, String... more)
      throws IOException, InterruptedException {
    try {
      return startOnce(folder, config, more);
    } catch (AssertionError taken) {
      return startOnce(folder, config, more);
    }
  }

  private static PrometheusProcess startOnce(Path folder, Path config, String... more)
      throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(List.of("prometheus", "--config.file=" + config));
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.add("--storage.tsdb.path=" + folder.resolve("data"));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.txt").toFile())
            .start();
    PrometheusProcess started = new PrometheusProcess(process, "http://127.0.0.1:" + port);
    started.awaitReady();
    return started;
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.currentTimeMillis() + LONGEST_START_MILLIS;
    while (System.currentTimeMillis() < end && process.isAlive()) {
      try {
        if (get("/-/ready").contains("Ready")) {
          return;
        }
      } catch (IOException notYet) {
        // It has not opened its port.
      }
      Thread.sleep(200);
    }
    close();
    throw new AssertionError("Prometheus did not start");
  }

  private String get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString())
        .body();
  }

  /** The series that an expression gives now. */
  JsonNode now(String expression) throws IOException, InterruptedException {
    return result("/api/v1/query?query=" + encoded(expression), expression);
  }

  /** The series that an expression gave at any time since then. */
  JsonNode since(Instant from, String expression) throws IOException, InterruptedException {
    String range =
        "&start=" + from.getEpochSecond() + "&end=" + Instant.now().getEpochSecond() + "&step=2";
    return result("/api/v1/query_range?query=" + encoded(expression) + range, expression);
  }

  private JsonNode result(String path, String expression) throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(get(path));
    if (!answer.path("status").asText().equals("success")) {
      throw new AssertionError(expression + ": " + answer);
    }
    return answer.at("/data/result");
  }

  private static String encoded(String expression) {
    return URLEncoder.encode(expression, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    Processes.stop(process);
  }
}
