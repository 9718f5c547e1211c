package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.reports.testkit.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {
  @TempDir Path folder;
  private Path tideline;

  @BeforeEach
  void makeRun() throws IOException {
    SampleRuns.tiny().writeTo(folder);
    tideline = folder.resolve("tideline");
  }

  @Test
  void theFilesAppearWholeBesideThePlanAndNothingElseDoes() throws Exception {
    Written written = Analysis.analyze(folder).write();

    assertThat(written.files())
        .containsExactly(
            tideline.resolve("run.json"),
            tideline.resolve("verdict.json"),
            tideline.resolve("junit.xml"),
            tideline.resolve("tickets.json"),
            tideline.resolve("report.html"));
    assertThat(written.problems()).isEmpty();

    try (Stream<Path> files = Files.list(tideline)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "plan.json",
              "origin.json",
              "starts.log",
              "late.log",
              "generator.jsonl",
              "run.json",
              "verdict.json",
              "junit.xml",
              "tickets.json",
              "report.html");
    }
  }

  @Test
  void anAnalysisMayBeDoneAgain() throws Exception {
    Analysis.analyze(folder).write();
    byte[] first = Files.readAllBytes(tideline.resolve("run.json"));

    Analysis.analyze(folder).write();

    assertThat(tideline.resolve("run.json")).hasBinaryContent(first);
  }

  @Test
  void theSummaryEndsWithTheVerdictAndThenThePaths() throws Exception {
    Files.writeString(folder.resolve("index.html"), "");

    String[] lines = published().split("\n");

    assertThat(lines[lines.length - 7]).isEqualTo("Verdict: PASS");
    assertThat(lines[lines.length - 6]).isEqualTo("  " + tideline.resolve("run.json"));
    assertThat(lines[lines.length - 5]).isEqualTo("  " + tideline.resolve("verdict.json"));
    assertThat(lines[lines.length - 4]).isEqualTo("  " + tideline.resolve("junit.xml"));
    assertThat(lines[lines.length - 3]).isEqualTo("  " + tideline.resolve("tickets.json"));
    assertThat(lines[lines.length - 2]).isEqualTo("  " + tideline.resolve("report.html"));
    assertThat(lines[lines.length - 1]).isEqualTo("  " + folder.resolve("index.html"));
  }

  @Test
  void whatCannotBeWrittenDoesNotHideTheVerdict() throws Exception {
    // A folder in the way stands for a folder without permission, which nobody denies to root.
    Path inTheWay = Files.createDirectories(tideline.resolve("run.json"));
    Files.writeString(inTheWay.resolve("file"), "");

    assertThatThrownBy(() -> Analysis.analyze(folder).write())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(inTheWay + ": cannot be written: ");
    assertThat(published())
        .contains("\nVerdict: PASS\nNot written: " + inTheWay + ": cannot be written: ");
  }

  @Test
  void aPageThatCannotBeDrawnIsASentenceAndLosesNothingElse() throws Exception {
    Written written =
        Analysis.analyze(folder)
            .write(
                findings -> {
                  throw new IllegalStateException("no ink");
                });

    assertThat(written.files())
        .containsExactly(
            tideline.resolve("run.json"),
            tideline.resolve("verdict.json"),
            tideline.resolve("junit.xml"),
            tideline.resolve("tickets.json"));
    assertThat(written.problems())
        .singleElement()
        .asString()
        .startsWith(tideline.resolve("report.html") + ": cannot be drawn: ")
        .contains("no ink");
    assertThat(tideline.resolve("report.html")).doesNotExist();
  }

  @Test
  void aPageThatCannotBeWrittenIsSaidBelowTheVerdict() throws Exception {
    Path inTheWay = Files.createDirectories(tideline.resolve("report.html"));
    Files.writeString(inTheWay.resolve("file"), "");

    assertThat(published())
        .contains("\nVerdict: PASS\n", "  " + tideline.resolve("verdict.json") + "\n")
        .contains("\nNot written: " + inTheWay + ": cannot be written: ");
  }

  @Test
  void aFileWhereTheFolderShouldBeIsSaid(@TempDir Path other) throws Exception {
    Files.copy(folder.resolve("simulation.log"), other.resolve("simulation.log"));
    Files.writeString(other.resolve("tideline"), "");

    assertThatThrownBy(() -> Analysis.analyze(other).write())
        .hasMessageStartingWith(other.resolve("tideline") + ": cannot be created: ");
  }

  @Test
  void aPlanThatIsNoneIsRefused() throws Exception {
    Files.writeString(tideline.resolve("plan.json"), "{ \"schema\": \"tideline/plan/9\" }");

    assertThatThrownBy(() -> Analysis.analyze(folder))
        .hasMessage(
            tideline.resolve("plan.json")
                + ": schema is \"tideline/plan/9\", this version reads tideline/plan/1");
  }

  private String published() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Analysis.analyze(folder).publish(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
