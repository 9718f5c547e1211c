package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run.json} holds can be read back whole. */
class RunReaderTest {
  private static final List<Phase> PHASES =
      List.of(SampleRun.phase("warm-up", 5, true, 1), SampleRun.phase("steady", 40, false, 1));
  private static final Plan PLAN = SampleRun.plan(20, PHASES, List.of());

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeRun() throws IOException {
    SampleRun.of(PLAN, SampleRuns.SICK_AFTER_25_SECONDS, Duration.ofMillis(3)).writeTo(folder);
    new EventLog(folder.resolve("tideline").resolve(EventLog.FILE_NAME))
        .append(new RunEvent(8_000_000_000L, RunEvent.Kind.SCALE, 1.5, "by hand"));
    file = folder.resolve("tideline").resolve(RunJson.FILE_NAME);
    Files.writeString(file, RunJson.text(new ResultsFolder(folder).read().run()));
  }

  @Test
  void aRunThatIsReadAndWrittenGivesTheSameBytes() throws IOException {
    assertThat(RunJson.text(RunReader.read(file))).isEqualTo(Files.readString(file));
  }

  @Test
  void aRunOfAnEarlierVersionTellsNoMoreOfItsPercentilesThanItCan() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.replaceAll(",\\s*\"noConfidence\" ?: ?\\{[^}]*\\}", ""));
    assertThat(Files.readString(file)).doesNotContain("noConfidence");
    assertThat(RunReader.read(file).confidence(Scope.EVERYTHING, 0.95)).isEmpty();
  }

  @Test
  void aRunThatTidelineDidNotMakeIsReadToo() throws IOException {
    for (String name : List.of(PlanJson.FILE_NAME, "starts.log", "late.log", "origin.json")) {
      Files.delete(folder.resolve("tideline").resolve(name));
    }
    String text = RunJson.text(new ResultsFolder(folder).read().run());
    Files.writeString(file, text);
    assertThat(RunJson.text(RunReader.read(file))).isEqualTo(text);
  }

  @Test
  void theFileIsFoundInTheResultsFolderAndInTheFolderWithin() throws IOException {
    assertThat(RunReader.read(folder).info()).isEqualTo(RunReader.read(file).info());
    assertThat(RunReader.read(folder.resolve("tideline")).plan()).isEqualTo(PLAN);
  }

  @Test
  void aRunReadBackAnswersAsTheOneThatWasWritten() throws IOException {
    Run written = new ResultsFolder(folder).read().run();
    Run read = RunReader.read(file);
    Scope scope = new Scope("Browse timeline", "Open timeline", null);
    for (double quantile : new double[] {0.5, 0.9, 0.99, 1}) {
      assertThat(read.pool(scope).okLatencies().at(quantile))
          .isEqualTo(written.pool(scope).okLatencies().at(quantile));
      assertThat(read.pool(scope).intendedLatencies().at(quantile))
          .isEqualTo(written.pool(scope).intendedLatencies().at(quantile));
    }
    assertThat(read.fingerprint()).isEqualTo(written.fingerprint());
    List<Double> quantiles = List.of(0.5, 0.95);
    assertThat(read.intervals(Scope.EVERYTHING, quantiles))
        .isEqualTo(written.intervals(Scope.EVERYTHING, quantiles))
        .allSatisfy(of -> assertThat(of.missing()).contains(PercentileInterval.Missing.WANDERS));
  }

  @Test
  void whatIsNoRunIsRefusedWithASentenceThatNamesTheFile() throws IOException {
    Path other = folder.resolve("other.json");
    Files.writeString(other, "{\"schema\": \"tideline/run/9\"}");
    assertThatThrownBy(() -> RunReader.read(other))
        .hasMessage(other + ": schema is \"tideline/run/9\", this version reads tideline/run/1");
    String text = Files.readString(file);
    for (int length : new int[] {0, 1, text.length() / 3, text.length() - 3}) {
      Files.writeString(other, text.substring(0, length));
      assertThatThrownBy(() -> RunReader.read(other))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(other + ": ");
    }
    Files.writeString(other, text.replace("\"HIST", "\"LOST"));
    assertThatThrownBy(() -> RunReader.read(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a whole run");
    Files.writeString(other, text.replace("\"completeReason\"", "\"why\""));
    assertThatThrownBy(() -> RunReader.read(other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("completeReason");
    assertThatThrownBy(() -> RunReader.read(folder.resolve("none")))
        .hasMessageContaining("no such file or folder");
    assertThatThrownBy(() -> RunReader.read(Files.createDirectory(folder.resolve("empty"))))
        .hasMessageContaining("analyze makes one");
  }

  /** Jackson would make 0 of each of these: no failure, no pause, no lost write. */
  @Test
  void aFieldOfAnotherTypeIsRefusedAndCountsAsNothing() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    String whole = Files.readString(file);
    for (String at :
        List.of(
            "/run/durationSeconds",
            "/run/start",
            "/phases/0/warmUp",
            "/phases/0/offered",
            "/requests/0/unsent",
            "/requests/0/histogram",
            "/errors/0/count",
            "/users/started",
            "/injection/offered",
            "/generator/pauseMaxMillis",
            "/timeline/intervals",
            "/timeline/requests/0/ko/0",
            "/log/unmatchedMessages",
            "/plan")) {
      for (String wrong : List.of("\"x\"", "[]", "\"1e999\"", "{\"a\":1}", "1e999", "-1.5")) {
        ObjectNode tree = (ObjectNode) json.readTree(whole);
        JsonPointer pointer = JsonPointer.compile(at);
        JsonNode parent = tree.at(pointer.head());
        JsonNode value = json.readTree(wrong);
        if (parent.get(pointer.last().getMatchingProperty()) != null
            && !parent.isArray()
            && !tree.at(pointer).getNodeType().equals(value.getNodeType())) {
          ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
          Path other = Files.writeString(folder.resolve("wrong.json"), tree.toString());
          assertThatThrownBy(() -> RunReader.read(other))
              .as(at + " = " + wrong)
              .isInstanceOf(IOException.class)
              .hasMessageStartingWith(other + ": ");
        }
      }
    }
  }

  @Test
  void whatFollowsARunOrIsNoTextIsRefusedAndAByteOrderMarkIsNot() throws IOException {
    String whole = Files.readString(file);
    Path other = folder.resolve("other.json");
    Files.writeString(other, whole + whole);
    assertThatThrownBy(() -> RunReader.read(other)).hasMessageStartingWith(other + ": not a run");
    Files.write(other, new byte[] {'{', (byte) 0xff, '}'});
    assertThatThrownBy(() -> RunReader.read(other)).hasMessage(other + ": not text in UTF-8");
    Files.writeString(other, "\uFEFF" + whole.replace("\n", "\r\n"));
    assertThat(RunReader.read(other).info()).isEqualTo(RunReader.read(file).info());
  }
}
