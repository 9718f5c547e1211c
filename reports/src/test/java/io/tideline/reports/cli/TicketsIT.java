package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tideline.jar tickets} as it is handed out, each time a process of its own. */
class TicketsIT {
  private static final Path JAR = Path.of("target", "tideline.jar").toAbsolutePath();
  private static final String TOKEN = "ghp_verySecret";

  @TempDir Path folder;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void makeRun() throws IOException {
    List<Phase> phases = List.of(SampleRun.phase("only", 20, false, 1));
    Slo slo = new Slo(Scope.EVERYTHING, Metric.P95, 1);
    SampleRun.of(SampleRun.plan(20, phases, List.of(slo)), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(folder.resolve("run"));
  }

  private Outcome tideline(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TIDELINE_"));
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void theTicketsOfARunAreKeptListedAndShown() throws Exception {
    Outcome kept = tideline(Map.of(), "analyze", "run", "--tickets", "kept");
    assertThat(kept.exit()).isEqualTo(1);
    assertThat(kept.out()).contains("ticket opened: All requests: p95 above 1 ms in smoke on ");
    assertThat(folder.resolve("kept").resolve("tickets.json")).isRegularFile();

    Outcome listed = tideline(Map.of(), "tickets", "run");
    assertThat(listed.exit()).as(listed.err()).isZero();
    assertThat(listed.out()).contains("P1  All requests: p95 above 1 ms", "tickets/latency-smoke-");

    Outcome shown = tideline(Map.of(), "tickets", "run", "--post", "github", "--to", "a/b");
    assertThat(shown.exit()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("POST https://api.github.com/repos/a/b/issues", "Nothing was sent");
  }

  @Test
  void aTrackerThatIsNotThereExitsWith69AndNeverShowsTheToken() throws Exception {
    tideline(Map.of(), "analyze", "run");

    Outcome refused =
        tideline(
            Map.of("TIDELINE_GITHUB_TOKEN", TOKEN),
            "tickets",
            "run",
            "--post=github",
            "--to=a/b",
            "--url=http://127.0.0.1:1",
            "--send");

    assertThat(refused.exit()).isEqualTo(69);
    assertThat(refused.err()).startsWith("GitHub at http://127.0.0.1:1 cannot be reached (");
    assertThat(refused.out() + refused.err()).doesNotContain(TOKEN, "\tat ");
  }

  @Test
  void wrongUsageExitsWith64AndOneSentence() throws Exception {
    assertUsage("run: there is no tideline/tickets.json in it; analyze makes it", "tickets", "run");
    tideline(Map.of(), "analyze", "run");
    assertUsage("--to: a repository of GitHub", "tickets", "run", "--post=github");
    assertUsage("--to: a repository of GitHub", "tickets", "run", "--post=github", "--to=a/b/../c");
    assertUsage("--to: the key of a Jira", "tickets", "run", "--post=jira", "--to=a\"b");
    assertUsage("--url: where Jira is", "tickets", "run", "--post=jira", "--to=PERF");
    assertUsage(
        "--url http://jira.example: it must begin with https://",
        "tickets",
        "run",
        "--post=jira",
        "--to=PERF",
        "--url=http://jira.example");
    assertUsage(
        "environment variable TIDELINE_GITHUB_TOKEN is not set; export it",
        "tickets",
        "run",
        "--post=github",
        "--to=a/b",
        "--send");
  }

  private void assertUsage(String sentence, String... arguments) throws Exception {
    Outcome outcome = tideline(Map.of(), arguments);
    assertThat(outcome.err()).startsWith(sentence).doesNotContain("\tat ");
    assertThat(outcome.exit()).isEqualTo(64);
  }
}
