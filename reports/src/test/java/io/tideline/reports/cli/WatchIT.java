package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code watch} from the jar, on a log that grows, as that of any Gatling does. */
@Timeout(120)
class WatchIT {
  private static final Path JAR = Path.of("target", "tideline.jar").toAbsolutePath();
  private static final Pattern URL = Pattern.compile("metrics at (\\S+)");

  @TempDir Path folder;

  private Process watch(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toString(),
            "watch"));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private String metrics() throws Exception {
    Matcher url = URL.matcher(Files.readString(folder.resolve("out.txt")));
    if (!url.find()) {
      return "";
    }
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url.group(1))).build(), BodyHandlers.ofString())
        .body();
  }

  private static double requests(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("tideline_request_duration_seconds_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void await(double count) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (requests(metrics()) == count) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("never " + count + " requests: " + metrics());
  }

  @Test
  void aGrowingLogIsFollowedToItsEndWithoutAPlan() throws Exception {
    SampleRun sample = SampleRuns.tiny();
    Path log = sample.writeTo(folder.resolve("made")).resolve("simulation.log");
    byte[] all = Files.readAllBytes(log);
    Path growing = Files.createDirectory(folder.resolve("run")).resolve("simulation.log");
    Process watching =
        watch("run", "--until-idle=4", "--progress=PLAIN", "--slo=errors = 1 %, p95 = 1 ms");
    try {
      Files.write(growing, Arrays.copyOf(all, all.length / 2));
      Thread.sleep(1_000);
      Files.write(
          growing, Arrays.copyOfRange(all, all.length / 2, all.length), StandardOpenOption.APPEND);
      await(io.tideline.reports.testkit.LogCount.of(log).requests.size());
      assertThat(metrics())
          .contains("run=\"run\"", "scenario=\"none\"", "phase=\"run\"")
          .contains("slo=\"All requests: p95 1 ms\"", "slo=\"All requests: errors 1 %\"");
      assertThat(watching.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(watching.exitValue()).isZero();
      assertThat(Files.readString(folder.resolve("err.txt"))).isEmpty();
      assertThat(Files.readString(folder.resolve("out.txt"))).contains("requests/s", "p95");
    } finally {
      watching.destroyForcibly();
    }
  }

  @Test
  void aRunOfTidelineIsWatchedWithItsPlanAndItsPromisesStandAsInTheVerdict() throws Exception {
    Slo p95 = new Slo(Scope.EVERYTHING, Metric.P95, 300);
    List<Phase> phases =
        List.of(SampleRun.phase("warm-up", 2, true, 1), SampleRun.phase("steady", 20, false, 1));
    SampleRun.of(SampleRun.plan(5, phases, List.of(p95)), SampleRun.HEALTHY, Duration.ofMillis(200))
        .writeTo(folder.resolve("run"));
    Analysis judged = Analysis.analyze(folder.resolve("run"));
    Check check =
        judged.verdict().checks().stream()
            .filter(one -> one.kind() == Check.Kind.SLO)
            .findFirst()
            .orElseThrow();
    Process watching = watch("run", "--until-idle=4");
    try {
      await(judged.run().requests().stream().mapToDouble(row -> row.sample().requests()).sum());
      String metrics = metrics();
      assertThat(metrics).contains("scenario=\"smoke\"", "phase=\"warm-up\"", "phase=\"steady\"");
      assertThat(value(metrics, "tideline_slo_value")).isCloseTo(check.value() / 1e3, within(1e-3));
      assertThat(value(metrics, "tideline_slo_requests_total")).isEqualTo(check.samples());
      assertThat(value(metrics, "tideline_arrivals_due_total"))
          .isEqualTo(value(metrics, "tideline_arrivals_started_total"))
          .isEqualTo(110);
      assertThat(watching.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("out.txt"))).contains("ended", "SLOs 1 of 1 ok");
    } finally {
      watching.destroyForcibly();
    }
  }

  private static double value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void whatCannotBeWatchedIsOneSentence() throws Exception {
    assertThat(refused("nowhere")).isEqualTo("nowhere: there is no such log and no such folder\n");
    Path run = Files.createDirectory(folder.resolve("old"));
    Files.write(run.resolve("simulation.log"), "RUN\tx".getBytes(StandardCharsets.UTF_8));
    assertThat(refused("nowhere", "--slo=p95 fast")).contains("\"p95 fast\" is no SLO");
    assertThat(refused("old")).contains("simulation.log", "no simulation.log of Gatling 3.13");
  }

  private String refused(String... arguments) throws Exception {
    Process watching = watch(arguments);
    try {
      assertThat(watching.waitFor(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(watching.exitValue()).isEqualTo(64);
      return Files.readString(folder.resolve("err.txt"));
    } finally {
      watching.destroyForcibly();
    }
  }
}
