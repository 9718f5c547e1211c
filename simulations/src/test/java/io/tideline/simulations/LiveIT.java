package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.show.LiveFile;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That nothing of what shows a run harms the run. */
@Timeout(180)
class LiveIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MESSAGES = 5_000;
  private static final int MOST_KINDS = 51;

  /** Every request fails with a message of its own; nobody who is sent metrics takes them. */
  private static final String PLAN =
      """
      defaults {
        mix { Ask = 1 }
        slos = [ { errors = 100 %% } ]
        limits { rate = 1000 }
        validity { offered = 99 %%, lag-p99 = 1 s, cpu = 100 %%, cpu-for = 10 m, pause = 10 s }
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
      }
      """;

  @TempDir Path results;

  private static String metrics(GatlingProcess run) throws IOException, InterruptedException {
    String url = LiveFile.read(run.awaitFile(LiveFile.FILE_NAME, 10)).url();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void fiveThousandMessagesAndReceiversThatAreSlowOrGoneHarmNoRun() throws Exception {
    try (SulkingTarget target = new SulkingTarget();
        SilentReceiver slow = new SilentReceiver();
        VanishingReceiver gone = new VanishingReceiver()) {
      Path plan =
          Files.writeString(results.resolve("plan.conf"), PLAN.formatted(slow.port(), gone.port()));
      try (GatlingProcess run =
              GatlingProcess.start(
                  FailingSimulation.class, results, "plan=" + plan, "baseUrl=" + target.url());
          Socket viewer = viewerThatTakesNothing(run)) {
        Path json = run.awaitFile("run.json", 100);
        String metrics = metrics(run);
        Files.createFile(results.resolve("seen"));
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(viewer.isClosed()).isFalse();

        JsonNode finished = JSON.readTree(json.toFile());
        assertThat(finished.at("/run/complete").asBoolean()).as(run.output()).isTrue();
        assertThat(finished.at("/injection/started").asInt()).isEqualTo(MESSAGES);
        assertThat(Counts.ofRunJson(finished))
            .containsOnlyKeys("Ask/Answer/first/ko", "Ask/Answer/second/ko");
        assertThat(Counts.ofText(metrics)).isEqualTo(Counts.ofRunJson(finished));
        assertThat(target.asked()).isEqualTo(MESSAGES);

        assertThat(metrics.lines().filter(line -> line.startsWith("tideline_errors_total")))
            .hasSize(MOST_KINDS);
        assertThat(Counts.sum(metrics, "tideline_errors_total")).isEqualTo(MESSAGES);

        assertThat(run.output())
            .containsOnlyOnce("InfluxDB at http://127.0.0.1:" + slow.port() + " does not answer")
            .containsOnlyOnce("OTLP at http://127.0.0.1:1/v1/metrics does not answer")
            .containsOnlyOnce("takes no annotations")
            .doesNotContain("io.micrometer");
        assertThat(gone.taken()).isPositive();
      }
    }
  }

  private static Socket viewerThatTakesNothing(GatlingProcess run)
      throws IOException, InterruptedException {
    URI uri = URI.create(LiveFile.read(run.awaitFile(LiveFile.FILE_NAME, 10)).url());
    Socket viewer = new Socket(uri.getHost(), uri.getPort());
    OutputStream out = viewer.getOutputStream();
    out.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return viewer;
  }

  @Test
  void twoRunsAtOnceAreShownEachOnItsOwnPortAndAThirdIsRefusedAPortThatIsTaken() throws Exception {
    try (GatlingProcess first = start("one", "duration=10s");
        GatlingProcess second = start("two", "duration=10s")) {
      String firstUrl = LiveFile.read(first.awaitFile(LiveFile.FILE_NAME, 10)).url();
      String secondUrl = LiveFile.read(second.awaitFile(LiveFile.FILE_NAME, 10)).url();
      assertThat(firstUrl).isNotEqualTo(secondUrl);
      int taken = URI.create(firstUrl).getPort();
      try (GatlingProcess third = start("three", "metricsPort=" + taken)) {
        assertThat(third.exitCode()).isEqualTo(64);
        assertThat(third.output())
            .contains("metrics cannot be served on 127.0.0.1 port " + taken)
            .doesNotContain("starting the stand-in");
      }
      for (GatlingProcess run : new GatlingProcess[] {first, second}) {
        assertThat(metrics(run)).contains("run=\"" + run.folder().getFileName() + "\"");
        assertThat(run.exitCode()).as(run.output()).isIn(0, 2);
        assertThat(run.output()).contains("Verdict: ").doesNotContain("[0:");
        JsonNode finished = JSON.readTree(run.folder().resolve("tideline/run.json").toFile());
        assertThat(finished.at("/run/complete").asBoolean()).isTrue();
        assertThat(finished.at("/injection/started")).isEqualTo(finished.at("/injection/offered"));
      }
    }
  }

  private GatlingProcess start(String name, String option) throws IOException {
    Path folder = Files.createDirectory(results.resolve(name));
    return GatlingProcess.start(folder, "scenario=smoke", "progress=off", option);
  }
}
