package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.show.LiveFile;
import io.tideline.testkit.QuietMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That nothing of what shows a run harms the run. */
@Timeout(600)
class LiveIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MESSAGES = 5_000;
  private static final int BESIDE = 400;
  private static final int MOST_KINDS = 51;

  /** Every request fails with a message of its own; nobody who is sent metrics takes them. */
  private static final String PLAN =
      """
      defaults {
        mix { Ask = 1 }
        slos = [ { errors = 99 %% } ]
        limits { rate = 1000 }
        validity { offered = 90 %%, lag-p99 = 1 m, cpu = off, pause = 1 m }
      }
      live {
        influx { url = "http://127.0.0.1:%d", database = x, every = 2 s }
        otlp { url = "http://127.0.0.1:1/v1/metrics", every = 2 s }
        grafana { url = "http://127.0.0.1:%d", token = ANY }
      }
      environments { local { hosts = ["127.0.0.1"] } }
      scenarios {
        failing {
          rate = 500
          phases = [ { name = first, hold = 1, lasts = 5 s }, { name = second, hold = 1, lasts = 5 s } ]
        }
        beside { rate = 50, phases = [ { name = first, hold = 1, lasts = 8 s } ] }
      }
      """;

  @TempDir Path folder;
  private Path results = Path.of("");

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void noRunIsHarmedByMessagesReceiversViewersAndOtherRuns() throws Exception {
    QuietMachine.judges(2, this::noRunIsHarmed);
  }

  private void noRunIsHarmed() throws Exception {
    results = Files.createTempDirectory(folder, "runs");
    try (SulkingTarget target = new SulkingTarget();
        SilentReceiver slow = new SilentReceiver();
        VanishingReceiver gone = new VanishingReceiver()) {
      Path plan =
          Files.writeString(results.resolve("plan.conf"), PLAN.formatted(slow.port(), gone.port()));
      String[] options = {"plan=" + plan, "baseUrl=" + target.url()};
      try (GatlingProcess run = failing("failing", options);
          GatlingProcess other = failing("beside", options);
          Socket viewer = viewerThatTakesNothing(run)) {
        aPortThatIsTakenIsRefused(URI.create(url(run)).getPort());
        String otherShown = shownAtItsEnd(other);
        List<String> said =
            List.of(
                "InfluxDB at http://127.0.0.1:" + slow.port() + " does not answer",
                "OTLP at http://127.0.0.1:1/v1/metrics does not answer",
                "takes no annotations");
        for (String one : said) {
          run.awaitOutput(one);
        }
        String shown = shownAtItsEnd(run);
        areWhole(run, shown, MESSAGES);
        areWhole(other, otherShown, BESIDE);
        assertThat(target.asked()).isEqualTo(MESSAGES + BESIDE);
        assertThat(viewer.isClosed()).isFalse();
        String output = run.output();
        assertThat(said).allSatisfy(one -> assertThat(output.split(one, -1)).hasSize(2));
        assertThat(output.contains("io.micrometer")).isFalse();
        assertThat(gone.taken()).isPositive();
      }
    }
  }

  private GatlingProcess failing(String scenario, String... options) throws IOException {
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "scenario=" + scenario;
    Path folder = Files.createDirectory(results.resolve(scenario));
    return GatlingProcess.start(FailingSimulation.class, folder, all);
  }

  private static String shownAtItsEnd(GatlingProcess run) throws Exception {
    run.awaitFile("run.json", 100);
    String metrics = get(url(run) + "/metrics");
    Files.createFile(run.folder().resolveSibling("seen"));
    return metrics;
  }

  /** Results are complete, and what was shown at the end is what they say. */
  private static void areWhole(GatlingProcess run, String metrics, int requests) throws Exception {
    assertThat(run.exitCode()).as(run.output()).isZero();
    JsonNode finished = JSON.readTree(run.folder().resolve("tideline/run.json").toFile());
    assertThat(finished.at("/run/complete").asBoolean()).as(run.output()).isTrue();
    assertThat(finished.at("/injection/started").asInt()).isEqualTo(requests);
    Map<String, Long> counts = Counts.ofRunJson(finished);
    assertThat(counts.keySet()).allMatch(key -> key.matches("Ask/Answer/(first|second)/ko"));
    assertThat(counts.values().stream().mapToLong(count -> count).sum()).isEqualTo(requests);
    assertThat(Counts.ofText(metrics)).isEqualTo(counts);
    assertThat(metrics)
        .contains("run=\"" + run.folder().getFileName() + "\"")
        .containsPattern("tideline_run_state\\{.*state=\"ended\".* 1.0");
    assertThat(metrics.lines().filter(line -> line.startsWith("tideline_errors_total")))
        .hasSize(MOST_KINDS);
    assertThat(Counts.sum(metrics, "tideline_errors_total")).isEqualTo(requests);
  }

  private static String url(GatlingProcess run) throws IOException, InterruptedException {
    return LiveFile.read(run.awaitFile(LiveFile.FILE_NAME, 10)).url();
  }

  private void aPortThatIsTakenIsRefused(int port) throws Exception {
    Path folder = Files.createDirectory(results.resolve("refused"));
    try (GatlingProcess third =
        GatlingProcess.start(folder, "scenario=smoke", "metricsPort=" + port)) {
      assertThat(third.exitCode()).isEqualTo(64);
      assertThat(third.output())
          .contains("metrics cannot be served on 127.0.0.1 port " + port)
          .doesNotContain("starting the sample service");
    }
  }

  private static Socket viewerThatTakesNothing(GatlingProcess run)
      throws IOException, InterruptedException {
    URI uri = URI.create(url(run));
    Socket viewer = new Socket(uri.getHost(), uri.getPort());
    OutputStream out = viewer.getOutputStream();
    out.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return viewer;
  }
}
