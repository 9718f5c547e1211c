package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.control.ControlFile;
import io.tideline.fixtures.StandIn;
import io.tideline.fixtures.StandInOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a real run. */
@Timeout(480)
class PrometheusIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path results;

  @BeforeEach
  void needsPrometheus() {
    assumeTrue(
        PrometheusProcess.isThere("prometheus") && PrometheusProcess.isThere("promtool"),
        "prometheus and promtool are not on the PATH; on Debian: apt-get install prometheus");
  }

  @Test
  void theRulesAreValidAndPassTheirOwnTests() throws Exception {
    Path rules = GrafanaQueries.FOLDER.resolve("prometheus");
    promtool("check", "config", rules.resolve("prometheus.yml").toString());
    promtool("test", "rules", rules.resolve("alerts.test.yml").toString());
  }

  private void promtool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Path said = results.resolve("promtool.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }

  @Test
  void everyQueryReturnsDataAndSumsAreRunJsonsCountsOnceTheRunHasEnded() throws Exception {
    int port = PrometheusProcess.freePort();
    Instant begin = Instant.now();
    try (StandIn target = StandIn.start(StandInOptions.loggingTo(results.resolve("target.log")))) {
      Path config = config("127.0.0.1:" + port, target.baseUri());
      // Both are there before the run, so that they see it from its beginning.
      try (PrometheusProcess classic = PrometheusProcess.start(results.resolve("classic"), config);
          PrometheusProcess natively =
              PrometheusProcess.start(
                  results.resolve("native"), config, "--enable-feature=native-histograms");
          GatlingProcess run =
              GatlingProcess.start(
                  results,
                  "scenario=smoke",
                  "duration=40s",
                  "rate=6",
                  "linger=90s",
                  "metricsPort=" + port,
                  "baseUrl=" + target.baseUri())) {
        pauseForAMoment(run, target.pid());
        Path json = run.awaitFile("run.json", 100);
        String name = run.folder().getFileName().toString();
        Map<String, Long> reported = reported(JSON.readTree(json.toFile()));
        await(classic, "tideline_run_state{state=\"ended\"} == 1");
        assertThat(counted(classic)).isEqualTo(reported);
        assertEachQueryReturnsData(classic, begin, name);
        await(natively, "tideline_run_state{state=\"ended\"} == 1");
        double observed = 0;
        for (JsonNode series : natively.now("histogram_count(tideline_request_duration_seconds)")) {
          observed += series.at("/value/1").asDouble();
        }
        assertThat(observed).isEqualTo(reported.values().stream().mapToLong(count -> count).sum());
      }
    }
  }

  /** The project's own configuration, for this run and this target, scraping each second. */
  private Path config(String metrics, URI target) throws IOException {
    Path folder = GrafanaQueries.FOLDER.resolve("prometheus");
    String text =
        Files.readString(folder.resolve("prometheus.yml"))
            .replaceAll("_interval: 5s", "_interval: 1s")
            .replace("- alerts.yml", "- " + folder.resolve("alerts.yml"))
            .replaceAll("\\[\"127.0.0.1:9464.*]", "[\"" + metrics + "\"]")
            .replace("127.0.0.1:8080", target.getAuthority());
    return Files.writeString(results.resolve("prometheus.yml"), text);
  }

  /** Makes the events that annotations show, and a collection in the target. */
  private void pauseForAMoment(GatlingProcess run, long targetPid) throws Exception {
    ControlFile control = ControlFile.read(run.awaitFile(ControlFile.FILE_NAME, 10));
    Thread.sleep(12_000);
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    new ProcessBuilder(jcmd.toString(), String.valueOf(targetPid), "GC.run").start().waitFor();
    for (String action : List.of("/pause", "/resume")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(control.url() + action))
              .header("Authorization", "Bearer " + control.token())
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
      Thread.sleep(3_000);
    }
    new ProcessBuilder(jcmd.toString(), String.valueOf(targetPid), "GC.run").start().waitFor();
  }

  private static void await(PrometheusProcess prometheus, String expression) throws Exception {
    for (int i = 0; i < 120; i++) {
      if (!prometheus.now(expression).isEmpty()) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("never: " + expression);
  }

  private static void assertEachQueryReturnsData(
      PrometheusProcess prometheus, Instant begin, String run) throws Exception {
    Map<String, String> queries = GrafanaQueries.ofDashboards(run);
    queries.putAll(GrafanaQueries.ofAlerts());
    List<String> empty = new ArrayList<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      if (!hasFigure(prometheus.since(begin, query.getValue()))) {
        empty.add(query.getKey() + ": " + query.getValue());
      }
    }
    assertThat(queries).hasSizeGreaterThan(50);
    assertThat(empty).as("queries without data").isEmpty();
  }

  private static boolean hasFigure(JsonNode series) {
    for (JsonNode one : series) {
      for (JsonNode value : one.get("values")) {
        if (!value.get(1).asText().equals("NaN")) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, Long> counted(PrometheusProcess prometheus) throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode series : prometheus.now("tideline_request_duration_seconds_count > 0")) {
      JsonNode labels = series.get("metric");
      String key =
          String.join(
              "/",
              labels.get("journey").asText(),
              labels.get("request").asText(),
              labels.get("phase").asText(),
              labels.get("outcome").asText());
      counts.put(key, series.at("/value/1").asLong());
    }
    return counts;
  }

  private static Map<String, Long> reported(JsonNode run) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode row : run.get("requests")) {
      for (String outcome : List.of("ok", "ko")) {
        if (row.get(outcome).asLong() > 0) {
          String key =
              String.join(
                  "/",
                  row.get("journey").asText(),
                  row.get("name").asText(),
                  row.get("phase").asText(),
                  outcome);
          counts.put(key, row.get(outcome).asLong());
        }
      }
    }
    return counts;
  }
}
