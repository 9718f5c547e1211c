package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.control.ControlFile;
import io.tideline.engine.show.LiveFile;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run at which everybody looks at once, as far as this machine has them: a Prometheus that
 * reads text and one that reads native histograms, an InfluxDB, and a Chromium that pauses the run
 * by the page's button. All are there before the run, so that they see it from its beginning.
 */
final class ObservedRun implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PLAN = Path.of("src", "test", "resources", "tideline.conf");
  private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0";

  final Instant begin = Instant.now();
  final @Nullable PrometheusProcess classic;
  final @Nullable PrometheusProcess natively;
  final @Nullable InfluxProcess influx;
  private final @Nullable Browser browser;
  private final Path results;
  private final StandIn target;
  private final GatlingProcess run;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  ObservedRun(Path results) throws Exception {
    this.results = results;
    try {
      target = opened(StandIn.start(StandInOptions.loggingTo(results.resolve("target.log"))));
      int port = PrometheusProcess.freePort();
      Path config = config("127.0.0.1:" + port, target.baseUri());
      classic = prometheus("classic", config);
      natively = prometheus("native", config, "--enable-feature=native-histograms");
      influx =
          PrometheusProcess.isThere("influxd")
              ? opened(InfluxProcess.start(results.resolve("influx")))
              : null;
      browser =
          PrometheusProcess.isThere("chromium")
              ? opened(Browser.start(results.resolve("browser")))
              : null;
      run =
          opened(
              GatlingProcess.start(
                  results,
                  "plan=" + plan(),
                  "scenario=smoke",
                  "duration=30s",
                  "rate=10",
                  "linger=8s",
                  "progress=plain",
                  "metricsPort=" + port,
                  "baseUrl=" + target.baseUri()));
    } catch (Exception | AssertionError e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T opened(T made) {
    opened.push(made);
    return made;
  }

  private @Nullable PrometheusProcess prometheus(String name, Path config, String... more)
      throws IOException, InterruptedException {
    return PrometheusProcess.isThere("prometheus")
        ? opened(PrometheusProcess.start(results.resolve(name), config, more))
        : null;
  }

  /** The project's own plan, which also sends to the InfluxDB, if there is one. */
  private Path plan() throws IOException {
    String live =
        influx == null
            ? ""
            : "\nlive { influx { url = \"" + influx.url() + "\", database = tideline } }\n";
    return Files.writeString(results.resolve("plan.conf"), Files.readString(PLAN) + live);
  }

  /** The project's own configuration, for this run and this target, scraping each second. */
  private Path config(String metrics, URI targeted) throws IOException {
    Path folder = GrafanaQueries.FOLDER.resolve("prometheus");
    String text =
        Files.readString(folder.resolve("prometheus.yml"))
            .replaceAll("_interval: 5s", "_interval: 1s")
            .replace("- alerts.yml", "- " + folder.resolve("alerts.yml"))
            .replaceAll("\\[\"127.0.0.1:9464.*]", "[\"" + metrics + "\"]")
            .replace("127.0.0.1:8080", targeted.getAuthority());
    return Files.writeString(results.resolve("prometheus.yml"), text);
  }

  /** Looks at the run, pauses it for a while, and waits until it has ended and been judged. */
  Shown watch() throws Exception {
    String url = LiveFile.read(run.awaitFile(LiveFile.FILE_NAME, 10)).url();
    if (browser == null) {
      Thread.sleep(TimeUnit.SECONDS.toMillis(10));
      collect();
      pauseByHand();
      collect();
    } else {
      PageVisit visit = new PageVisit(browser, run);
      visit.look();
      collect();
      visit.pause();
      collect();
      visit.comeAgain();
      visit.seeTheEnd();
    }
    run.awaitFile("run.json", 100);
    awaitEnd(classic);
    awaitEnd(natively);
    return new Shown(get(url + "/metrics", "text/plain"), get(url + "/metrics", OPEN_METRICS));
  }

  /**
   * What was served at the end.
   *
   * @param text in Prometheus' format
   * @param openMetrics in that of OpenMetrics
   */
  record Shown(String text, String openMetrics) {}

  /** Both the target and the generator collect garbage, which panels show. */
  private void collect() throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    for (long pid : List.of(target.pid(), run.process().pid())) {
      new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  private void pauseByHand() throws Exception {
    ControlFile control = ControlFile.read(run.awaitFile(ControlFile.FILE_NAME, 10));
    for (String action : List.of("/pause", "/resume")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(control.url() + action))
              .header("Authorization", "Bearer " + control.token())
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
      Thread.sleep(4_000);
    }
  }

  private static void awaitEnd(@Nullable PrometheusProcess prometheus) throws Exception {
    String expression = "tideline_run_state{state=\"ended\"} == 1";
    for (int i = 0; prometheus != null && prometheus.now(expression).isEmpty(); i++) {
      if (i == 200) {
        throw new AssertionError("never: " + expression);
      }
      Thread.sleep(100);
    }
  }

  private static String get(String url, String accept) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Accept", accept).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  GatlingProcess process() {
    return run;
  }

  /** A file of the run's own. */
  Path file(String name) throws IOException {
    return run.folder().resolve("tideline").resolve(name);
  }

  JsonNode json(String name) throws IOException {
    return JSON.readTree(file(name).toFile());
  }

  @Override
  public void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}
