package io.tideline.reports.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.reports.testkit.LogCount;
import io.tideline.reports.testkit.LogEncoder;
import io.tideline.reports.testkit.SampleRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDumpTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void everyKindOfRecordIsALineAndTheLastSaysHowTheLogEnded() throws Exception {
    byte[] log = everyKind();
    Path file = Files.write(folder.resolve("simulation.log"), log);

    assertThat(lines(file, LogDump.NO_LIMIT))
        .containsExactly(
            "{'record':'run','gatling':'3.15.1','simulation':'example.MemoriesSimulation',"
                + "'start':'2026-09-21T14:13:20Z','description':'','scenarios':['Browse']}",
            "{'record':'user','millis':3,'scenario':'Browse','event':'start'}",
            "{'record':'request','startMillis':4,'endMillis':9,'groups':['Page'],"
                + "'name':'開く','ok':true}",
            "{'record':'request','startMillis':9,'endMillis':12,'groups':[],'name':'Find',"
                + "'ok':false,'message':'status 500'}",
            "{'record':'error','millis':13,'message':'Find: nothing '}",
            "{'record':'group','startMillis':4,'endMillis':14,'groups':['Page'],"
                + "'responseMillis':10,'ok':true}",
            "{'record':'user','millis':15,'scenario':'Browse','event':'end'}",
            "{'record':'end','ending':'whole','records':7,'sentence':'FILE: BYTES bytes, 7 records,"
                    .replace("BYTES", "" + log.length)
                + " the last one whole','atByte':"
                + log.length
                + "}");
  }

  private static byte[] everyKind() {
    return new LogEncoder("3.15.1", 1_790_000_000_000L, List.of("Browse"))
        .user(0, true, 3)
        .request(List.of("Page", "開く"), 4, 9, "")
        .request(List.of("Find"), 9, 12, "status 500")
        .error("Find: nothing ", 13)
        .group("Page", 4, 14, true)
        .user(0, false, 15)
        .bytes();
  }

  @Test
  void aLimitEndsTheDumpAndIsNotTakenForTheLogsEnd() throws Exception {
    Path file = Files.write(folder.resolve("simulation.log"), everyKind());

    assertThat(lines(file, 2))
        .hasSize(3)
        .last()
        .isEqualTo(
            "{'record':'end','ending':'limit','records':2,"
                + "'sentence':'FILE: there is more than the 2 records above'}");
    assertThat(lines(file, 7)).hasSize(8).last().asString().contains("'ending':'whole'");
    assertThat(lines(file, 0)).hasSize(1);
  }

  @Test
  void aLogCutAtAnyByteIsDumpedAsFarAsItGoes() throws Exception {
    byte[] log = everyKind();
    Path file = folder.resolve("simulation.log");
    for (int length = 0; length < log.length; length++) {
      Files.write(file, Arrays.copyOf(log, length));

      List<JsonNode> lines = parsed(file);

      JsonNode end = lines.get(lines.size() - 1);
      assertThat(end.get("records").asInt()).isEqualTo(lines.size() - 1);
      assertThat(end.get("ending").asText()).isIn("whole", "cut off");
      assertThat(end.get("sentence").asText()).startsWith(file + ": ");
    }
  }

  @Test
  void damageIsTheLastLineWithItsPlace() throws Exception {
    byte[] log = Arrays.copyOf(everyKind(), everyKind().length + 3);
    log[log.length - 3] = 9;
    Path file = Files.write(folder.resolve("simulation.log"), log);

    assertThat(lines(file, LogDump.NO_LIMIT))
        .hasSize(8)
        .last()
        .asString()
        .contains("'ending':'damaged'", "unknown record type 9", "'atByte':" + (log.length - 3));
  }

  @Test
  void aFolderIsDumpedByItsLogAndEveryRequestIsThere() throws Exception {
    Path run = SampleRuns.tiny().writeTo(folder.resolve("run"));
    LogCount count = LogCount.of(run.resolve("simulation.log"));

    List<JsonNode> lines = parsed(run);

    assertThat(lines.stream().filter(line -> line.get("record").asText().equals("request")))
        .hasSize(count.requests.size())
        .extracting(line -> line.get("name").asText())
        .containsExactlyElementsOf(count.requests.stream().map(LogCount.Request::name).toList());
  }

  @Test
  void noLogAndAnotherGatlingsAreOneSentence() throws Exception {
    assertThatThrownBy(() -> lines(folder, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no such file");
    Path text =
        Files.writeString(
            folder.resolve("simulation.log"), "RUN\ta.B\tb\t1790000000000\t \t3.10.5\n");
    assertThatThrownBy(() -> lines(text, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("written by Gatling 3.10.5");
  }

  @Test
  void aReaderThatGoesAwayStopsTheDump() throws Exception {
    Path run = SampleRuns.tiny().writeTo(folder.resolve("run"));
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThatThrownBy(() -> LogDump.write(run, LogDump.NO_LIMIT, closed))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Broken pipe");
  }

  private static List<String> lines(Path source, long limit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogDump.write(source, limit, out);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replace('"', '\'').replace(source.toString(), "FILE"))
        .toList();
  }

  private static List<JsonNode> parsed(Path source) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogDump.write(source, LogDump.NO_LIMIT, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n");
    return JSON.readerFor(JsonNode.class).<JsonNode>readValues(out.toByteArray()).readAll();
  }
}
