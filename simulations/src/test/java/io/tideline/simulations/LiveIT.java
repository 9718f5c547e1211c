package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.engine.show.LiveFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run shows of itself while it goes on, and that nothing of it harms the run. */
@Timeout(300)
class LiveIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COUNT =
      Pattern.compile(
          "tideline_request_duration_seconds_count\\{journey=\"([^\"]*)\",outcome=\"(ok|ko)\","
              + "phase=\"([^\"]*)\",request=\"([^\"]*)\".*\\} ([0-9.E]+)");

  @TempDir Path results;

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private static double sample(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Map<String, Long> counted(String metrics) {
    Map<String, Long> counts = new TreeMap<>();
    for (String line : metrics.lines().toList()) {
      Matcher count = COUNT.matcher(line);
      if (count.matches() && Double.parseDouble(count.group(5)) > 0) {
        String key =
            String.join("/", count.group(1), count.group(4), count.group(3), count.group(2));
        counts.put(key, (long) Double.parseDouble(count.group(5)));
      }
    }
    return counts;
  }

  private static Map<String, Long> reported(JsonNode run) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode row : run.get("requests")) {
      String key = row.get("journey").asText() + "/" + row.get("name").asText() + "/";
      for (String outcome : new String[] {"ok", "ko"}) {
        if (row.get(outcome).asLong() > 0) {
          counts.put(key + row.get("phase").asText() + "/" + outcome, row.get(outcome).asLong());
        }
      }
    }
    return counts;
  }

  @Test
  void metricsMoveDuringARunAndAreRunJsonsCountsAfterIt() throws Exception {
    try (GatlingProcess run =
        GatlingProcess.start(
            results, "scenario=smoke", "duration=15s", "rate=6", "linger=20s", "progress=plain")) {
      Path file = run.awaitFile(LiveFile.FILE_NAME, 10);
      String url = LiveFile.read(file).url();
      assertThat(run.output()).contains("live on " + url + "/");
      double started = 0;
      while (started == 0) {
        started = sample(get(url + "/metrics"), "tideline_arrivals_started_total");
        Thread.sleep(100);
      }
      Path json = run.awaitFile("run.json", 100);
      String metrics = get(url + "/metrics");
      JsonNode finished = JSON.readTree(json.toFile());
      assertThat(counted(metrics)).isNotEmpty().isEqualTo(reported(finished));
      assertThat(sample(metrics, "tideline_arrivals_started_total"))
          .isEqualTo(finished.at("/injection/started").asDouble())
          .isEqualTo(sample(metrics, "tideline_injection_lag_seconds_count"));
      assertThat(sample(metrics, "tideline_users_finished_total"))
          .isEqualTo(sample(metrics, "tideline_users_started_total"));
      assertThat(metrics).containsPattern("tideline_run_state\\{.*state=\"ended\".* 1.0");
      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output()).contains("[0:").contains("SLOs").contains("metrics stay for 20 s");
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void aPortThatIsTakenStopsTheRunBeforeAnyLoad() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        GatlingProcess run =
            GatlingProcess.start(
                results, "scenario=smoke", "metricsPort=" + taken.getLocalPort())) {
      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.output())
          .contains("metrics cannot be served on 127.0.0.1 port " + taken.getLocalPort())
          .doesNotContain("starting the stand-in");
    }
  }

  @Test
  void twoRunsAtOnceAreShownEachOnItsOwnPort() throws Exception {
    Path one = Files.createDirectory(results.resolve("one"));
    Path two = Files.createDirectory(results.resolve("two"));
    try (GatlingProcess first =
            GatlingProcess.start(one, "scenario=smoke", "duration=8s", "progress=off");
        GatlingProcess second =
            GatlingProcess.start(two, "scenario=smoke", "duration=8s", "progress=off")) {
      String firstUrl = LiveFile.read(first.awaitFile(LiveFile.FILE_NAME, 10)).url();
      String secondUrl = LiveFile.read(second.awaitFile(LiveFile.FILE_NAME, 10)).url();
      assertThat(firstUrl).isNotEqualTo(secondUrl);
      assertThat(first.exitCode()).as(first.output()).isIn(0, 2);
      assertThat(second.exitCode()).as(second.output()).isIn(0, 2);
      assertThat(first.output()).contains("Verdict: ").doesNotContain("[0:");
    }
  }

  @Test
  void aReceiverThatIsAwayIsNamedOnceAndTheRunAndItsResultsAreUnharmed() throws Exception {
    Path plan = results.resolve("pushing.conf");
    String live = "live { influx { url = \"http://127.0.0.1:1\", database = x, every = 1 s } }\n";
    Files.writeString(
        plan, Files.readString(Path.of("src/test/resources/tideline.conf")) + "\n" + live);
    try (GatlingProcess run =
        GatlingProcess.start(results, "scenario=smoke", "duration=8s", "plan=" + plan)) {
      assertThat(run.exitCode()).as(run.output()).isIn(0, 2);
      assertThat(run.output()).containsOnlyOnce("InfluxDB at http://127.0.0.1:1 does not answer");
      assertThat(run.output()).contains("Verdict: ").doesNotContain("io.micrometer");
      JsonNode finished = JSON.readTree(run.folder().resolve("tideline/run.json").toFile());
      assertThat(finished.at("/run/complete").asBoolean()).isTrue();
      assertThat(finished.at("/injection/started")).isEqualTo(finished.at("/injection/offered"));
    }
  }
}
