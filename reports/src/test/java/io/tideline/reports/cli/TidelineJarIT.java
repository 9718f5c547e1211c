package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is handed out, each run a process of its own. */
class TidelineJarIT {
  private static final Slo ERRORS = new Slo(Scope.EVERYTHING, Slo.Metric.ERRORS, 0.01);
  private static final Path JAR = Path.of("target", "tideline.jar").toAbsolutePath();

  @TempDir Path folder;

  private record Outcome(int exit, String out, String err) {}

  private Outcome tideline(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    command.addAll(Arrays.asList(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private Path run(Slo... slos) throws IOException {
    List<Phase> phases = List.of(SampleRun.phase("only", 20, false, 1));
    return SampleRun.of(SampleRun.plan(20, phases, List.of(slos)), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(folder.resolve("run"));
  }

  @Test
  void aPassExitsWith0AndPrintsTheVerdict() throws Exception {
    run(new Slo(Scope.EVERYTHING, Metric.P95, 1_000));

    Outcome outcome = tideline("analyze", "run");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Verdict: PASS").doesNotContain("\u001b");
    assertThat(outcome.err()).isEmpty();
    assertThat(folder.resolve("run").resolve("tideline").resolve("run.json")).isRegularFile();
  }

  @Test
  void aBrokenPromiseExitsWith1() throws Exception {
    run(new Slo(Scope.EVERYTHING, Metric.P95, 1));

    Outcome outcome = tideline("analyze", "run");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("Verdict: FAIL: All requests: p95 ");
  }

  @Test
  void aLogThatWasCutOffExitsWith2() throws Exception {
    Path log = SampleRuns.tiny().writeTo(folder.resolve("run")).resolve("simulation.log");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length / 2));

    Outcome outcome = tideline("analyze", folder.resolve("run").toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).contains("Verdict: INVALID: Run cut off: ");
  }

  @Test
  void wrongUsageExitsWith64AndOneSentence() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertWrongUsage(tideline("analyze", "nowhere"), "nowhere: no such folder");
    assertWrongUsage(tideline("analyze", "empty"), "empty: no results of Gatling, there is no ");
    assertWrongUsage(tideline("analyze"), "Missing required parameter: 'RESULTS_FOLDER'");
    assertWrongUsage(tideline("analyse", "run"), "Unmatched arguments from index 0: 'analyse'");
    assertWrongUsage(tideline(), "Which command?");
    assertWrongUsage(tideline("analyze", "--what", "run"), "Unknown option: '--what'");
    Files.write(empty.resolve("simulation.log"), "RUN\tx".getBytes(StandardCharsets.UTF_8));
    assertThat(tideline("analyze", "empty").exit()).isEqualTo(2);
  }

  private static void assertWrongUsage(Outcome outcome, String sentence) {
    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).startsWith(sentence).doesNotContain("Exception", "\tat ");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aDumpEndsQuietlyWhenItsReaderHasHadEnough() throws Exception {
    Path run =
        SampleRuns.of(200, List.of(SampleRun.phase("only", 20, false, 1)), SampleRun.HEALTHY)
            .writeTo(folder.resolve("run"));
    Path err = folder.resolve("err.txt");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-Xmx64m", "-jar", JAR.toString(), "dump", run.toString())
            .redirectError(err.toFile())
            .start();

    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).startsWith("{\"record\":\"run\"");
    }

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(err)).isEmpty();
  }

  @Test
  void aDumpTakesALimit() throws Exception {
    run();

    Outcome outcome = tideline("dump", "run", "--limit", "3");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out().lines()).hasSize(4).last().asString().contains("\"limit\"");
    assertWrongUsage(tideline("dump", "run", "--limit", "-1"), "--limit -1: 0 or more");
    assertWrongUsage(tideline("dump", "nowhere"), "nowhere: no such file");
  }

  @Test
  void theSlicesOfARunAreMergedAndJudgedAsOne() throws Exception {
    for (int i = 0; i < 2; i++) {
      SampleRun.of(slice(i, 2), SampleRun.HEALTHY, Duration.ZERO)
          .writeTo(folder.resolve("part" + i));
      Outcome part = tideline("analyze", "part" + i);
      assertThat(part.exit()).isEqualTo(2);
      assertThat(part.out()).contains("judge the whole with merge");
    }

    Outcome outcome = tideline("merge", "part1", "part0", "-o", "whole");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Injection: 400 of 400 planned users", "Verdict: PASS");
    assertThat(folder.resolve("whole/tideline/run.json")).isRegularFile();
    assertThat(folder.resolve("whole/tideline/verdict.json")).isRegularFile();
    Outcome half = tideline("merge", "part1", "-o", "half");
    assertThat(half.exit()).isEqualTo(2);
    assertThat(half.out()).contains("slice 0/2 is missing");
    assertWrongUsage(tideline("merge", "part0", "nowhere", "-o", "x"), "nowhere: no such file");
    assertWrongUsage(tideline("merge", "part0"), "Missing required option: '--out=OUT'");
  }

  private static Plan slice(int index, int of) throws IOException {
    List<Phase> phases = List.of(SampleRun.phase("only", 20, false, 1));
    ObjectNode tree = PlanJson.tree(SampleRun.plan(20, phases, List.of(ERRORS)));
    ((ObjectNode) tree.get("load")).putObject("slice").put("index", index).put("of", of);
    return PlanJson.of(tree, "slice");
  }

  @Test
  void aRunIsExportedForOtherTools() throws Exception {
    run();
    tideline("analyze", "run");

    Outcome outcome = tideline("export", "run", "--csv", "--hlog", "--global-stats");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    Path run = folder.resolve("run");
    assertThat(outcome.out().lines().map(Path::of))
        .containsExactly(
            run.resolve("timeline.csv"),
            run.resolve("latencies.hlog"),
            run.resolve("js/global_stats.json"));
    assertThat(outcome.out().lines().map(Path::of)).allMatch(Files::isRegularFile);
    assertThat(tideline("export", "run", "--csv", "-o", "other").out().strip())
        .isEqualTo(folder.resolve("other/timeline.csv").toString());
    assertWrongUsage(tideline("export", "run"), "Which format?");
    assertWrongUsage(tideline("export", "nowhere", "--csv"), "nowhere: no such file");
  }

  @Test
  void helpAndVersionAreThere() throws Exception {
    assertThat(tideline("--help"))
        .returns(0, Outcome::exit)
        .extracting(Outcome::out)
        .asString()
        .contains("Usage: tideline", "analyze", "64", "INVALID");
    assertThat(tideline("analyze", "--help"))
        .returns(0, Outcome::exit)
        .extracting(Outcome::out)
        .asString()
        .contains("Usage: tideline analyze", "RESULTS_FOLDER", "simulation.log");
    assertThat(tideline("--version").out()).matches("Tideline \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void theJarHoldsNothingOfGatlingOrScala() throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("io/gatling/"))
          .noneMatch(name -> name.startsWith("scala/"))
          .contains("io/tideline/reports/cli/Tideline.class");
    }
  }
}
