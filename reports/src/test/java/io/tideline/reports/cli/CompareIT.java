package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.report.Analysis;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tideline.jar compare} as it is handed out, each run a process of its own. */
class CompareIT {
  private static final Path JAR = Path.of("target", "tideline.jar").toAbsolutePath();

  @TempDir Path folder;

  private record Outcome(int exit, String out, String err) {}

  private Outcome tideline(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @BeforeEach
  void makeRuns() throws Exception {
    SampleRuns.of(12, List.of(SampleRun.phase("only", 40, false, 1)), SampleRun.HEALTHY)
        .writeTo(folder.resolve("before"));
    SampleRuns.of(
            12, List.of(SampleRun.phase("only", 40, false, 1)), SampleRuns.SICK_AFTER_25_SECONDS)
        .writeTo(folder.resolve("after"));
    Analysis.analyze(folder.resolve("before")).write();
    Analysis.analyze(folder.resolve("after")).write();
  }

  @Test
  void foldersAndFilesAreComparedAndThePageIsWritten() throws Exception {
    Outcome outcome = tideline("compare", "before", "after/tideline/run.json", "-o", "both.html");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("A: before", "B: after", "All requests", "Page: ")
        .doesNotContain("not alike", "Verdict");
    assertThat(folder.resolve("both.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("Tideline comparison");
  }

  @Test
  void thePageGoesIntoTheCurrentFolder() throws Exception {
    assertThat(tideline("compare", "before", "after").exit()).isZero();
    assertThat(folder.resolve("compare.html")).isRegularFile();
  }

  @Test
  void wrongUsageExitsWith64AndOneSentence() throws Exception {
    assertWrongUsage(tideline("compare", "before"), "Missing required parameter: 'B'");
    assertWrongUsage(tideline("compare", "before", "nowhere"), "nowhere: no such file or folder");
    assertWrongUsage(
        tideline("compare", "before", "after", "-o", "no/such/folder.html"),
        folder.toRealPath().resolve("no/such/folder.html")
            + ": cannot be written: there is no such folder");
    Files.writeString(folder.resolve("none.json"), "{}");
    assertWrongUsage(tideline("compare", "before", "none.json"), "none.json: schema is \"\"");
  }

  private static void assertWrongUsage(Outcome outcome, String sentence) {
    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).startsWith(sentence).doesNotContain("Exception", "\tat ");
  }

  @Test
  void helpIsThere() throws Exception {
    assertThat(tideline("compare", "--help"))
        .returns(0, Outcome::exit)
        .extracting(Outcome::out)
        .asString()
        .contains("Usage: tideline compare", "run.json", "--output", "no verdict", "64");
  }
}
