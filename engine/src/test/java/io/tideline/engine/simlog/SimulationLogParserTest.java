package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.simlog.LogEnd.CutOff;
import io.tideline.engine.simlog.LogEnd.Damaged;
import io.tideline.engine.simlog.LogEnd.WholeRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationLogParserTest {
  private static final String READABLE =
      "; can be read: 3.13.0 to 3.13.5, 3.14.0 to 3.14.9, 3.15.0 to 3.15.1 and 3.16.0;"
          + " run the simulation with one of these";

  private static final Path LOG = Path.of("run", "simulation.log");

  @Test
  void everyKindOfRecordIsToldAsItWasWritten() throws Exception {
    byte[] log = LogBytes.ofEveryKind();

    Told told = Told.of(log);

    assertThat(told.records)
        .containsExactly(
            new RunRecord(
                    "3.15.1",
                    "a.Simulation",
                    LogBytes.START,
                    "why",
                    List.of("Browse timeline", "Create memory"))
                .toString(),
            "user 0 start 10",
            "request Browse timeline / Page / Öffnen 12-40 ok ''",
            "request Browse timeline / 開く → 記憶 41-90 ko 'status 500, not 200'",
            "request Browse timeline / 開く → 記憶 91-99 ok ''",
            "error 'Sign in: no session ' 100",
            "group Browse timeline 12-99 85 ko",
            "user 0 end 101");
    assertThat(told.end).isEqualTo(new WholeRecords(8, log.length));
  }

  @Test
  void bytesMayComeOneAtATime() throws Exception {
    byte[] log = LogBytes.ofEveryKind();
    Told told = new Told();
    SimulationLogParser parser = new SimulationLogParser("simulation.log", told);

    int from = 0;
    for (int to = 1; to <= log.length; to++) {
      from += parser.parse(log, from, to);
    }

    assertThat(told.records).isEqualTo(Told.of(log).records);
    assertThat(parser.end(log.length)).isEqualTo(new WholeRecords(8, log.length));
  }

  @Test
  void aFileLargerThanTheBufferIsReadToItsEnd(@TempDir Path folder) throws Exception {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 20_000; i++) {
      log.request(List.of("Browse timeline"), "Open", i, i + 1, "");
    }
    Path file = Files.write(folder.resolve("simulation.log"), log.bytes());
    Told told = new Told();

    LogEnd end = SimulationLog.read(file, told);

    assertThat(end).isEqualTo(new WholeRecords(20_001, Files.size(file)));
    assertThat(told.records).last().isEqualTo("request Browse timeline / Open 19999-20000 ok ''");
  }

  @Test
  void onePathIsOneObject() throws Exception {
    LogBytes log =
        LogBytes.withRun()
            .request(List.of("A"), "B", 0, 1, "")
            .request(List.of(), "B", 0, 1, "")
            .request(List.of("A"), "B", 2, 3, "");
    List<LogPath> paths = new ArrayList<>();
    SimulationLogListener listener =
        new SimulationLogListener() {
          @Override
          public void request(RequestRecord request) {
            paths.add(request.path());
          }
        };
    new SimulationLogParser("simulation.log", listener).parse(log.bytes(), 0, log.bytes().length);

    assertThat(paths.get(2)).isSameAs(paths.get(0)).isNotSameAs(paths.get(1));
    assertThat(paths.get(0).groups()).containsExactly("A");
    assertThat(paths.get(1).groups()).isEmpty();
    assertThat(paths).extracting(LogPath::name).containsOnly("B");
  }

  @Test
  void anEmptyLogIsCutOff() throws Exception {
    assertThat(Told.of(new byte[0]).end).isEqualTo(new CutOff(0, 0, 0));
  }

  @Test
  void aCutIsNamedWithItsPlaceAndWhatWasSalvaged() throws Exception {
    byte[] log = LogBytes.withRun().user(0, true, 1).user(1, true, 2).bytes();

    LogEnd end = Told.of(Arrays.copyOf(log, log.length - 1)).end;

    assertThat(end.sentence(LOG))
        .isEqualTo(
            LOG
                + ": cut off at byte "
                + (log.length - 1)
                + ", within the record that begins at byte "
                + (log.length - 10)
                + "; the 2 records before it were read");
  }

  @Test
  void anUnknownTypeIsNamedWithItsPlace() throws Exception {
    byte[] log = LogBytes.withRun().user(0, true, 1).raw(9).bytes();

    LogEnd end = Told.of(log).end;

    assertThat(end.sentence(LOG))
        .isEqualTo(
            LOG
                + ": damaged at byte "
                + (log.length - 1)
                + ": unknown record type 9; the 2 records before it were read");
    assertThat(end.records()).isEqualTo(2);
  }

  @Test
  void whatGatlingCannotHaveWrittenIsDamage() throws Exception {
    assertDamaged(LogBytes.withRun().user(2, true, 1), "scenario 2 is not within 0 to 1");
    assertDamaged(LogBytes.withRun().raw(2).integer(0).raw(5), "a flag is 5, not 0 or 1");
    assertDamaged(
        LogBytes.withRun().raw(1).integer(0).integer(-7), "string index -7 where 0 are introduced");
    assertDamaged(
        LogBytes.withRun().raw(1).integer(0).integer(2), "string index 2 where 0 are introduced");
    assertDamaged(
        LogBytes.withRun().raw(1).integer(65), "number of groups 65 is not within 0 to 64");
    assertDamaged(
        LogBytes.withRun().raw(1).integer(0).integer(1).integer(Integer.MAX_VALUE),
        "string length 2147483647 is not within 0 to 8187");
    assertDamaged(
        LogBytes.withRun().raw(1).integer(0).integer(1).integer(3).raw('a', 'b', 'c', 1),
        "a string of 3 bytes has the coder 1");
    assertDamaged(
        LogBytes.withRun()
            .raw(1)
            .integer(0)
            .cached("A")
            .integer(1)
            .integer(2)
            .raw(0)
            .integer(2)
            .integer(-5),
        "string length -5 is not within 0 to 8187");
    assertDamaged(LogBytes.withRun().raw(0), "a second run record");
    assertDamaged(
        new LogBytes().raw('R', 'U', 'N'),
        "record type 82 first; no simulation.log of Gatling 3.13 or later");
  }

  @Test
  void aMessageThatGatlingFailedToWriteCostsItsTextOnly() throws Exception {
    byte[] log =
        LogBytes.withRun()
            .raw(RecordType.REQUEST)
            .integer(0)
            .cached("Search")
            .integer(5)
            .integer(9)
            .raw(0)
            .integer(2)
            .integer(9_000)
            .request(List.of(), "Search", 10, 12, "short")
            .raw(RecordType.ERROR)
            .integer(3)
            .integer(70_000)
            .user(0, false, 20)
            .bytes();

    Told told = Told.of(log);

    assertThat(told.records.subList(1, told.records.size()))
        .containsExactly(
            "request Search 5-9 ko '" + RecordFields.LOST_MESSAGE + "'",
            "request Search 10-12 ko 'short'",
            "error '" + RecordFields.LOST_MESSAGE + "' 12",
            "user 0 end 20");
    assertThat(told.end.whole()).isTrue();
  }

  @Test
  void anEmptyMessageThatGatlingFailedToWriteCostsNothing() throws Exception {
    byte[] log =
        LogBytes.withRun()
            .raw(RecordType.REQUEST)
            .integer(0)
            .cached("Search")
            .integer(5)
            .integer(9)
            .raw(1)
            .integer(2)
            .user(0, false, 20)
            .request(List.of(), "Search", 10, 12, "")
            .request(List.of(), "Search", 13, 14, "")
            .bytes();

    Told told = Told.of(log);

    assertThat(told.records.subList(1, told.records.size()))
        .containsExactly(
            "request Search 5-9 ok ''",
            "user 0 end 20",
            "request Search 10-12 ok ''",
            "request Search 13-14 ok ''");
    assertThat(told.end.whole()).isTrue();
  }

  @Test
  void aGatlingWhoseBufferWasASettingMayWriteLongerStrings() throws Exception {
    String name = "n".repeat(20_000);
    String why = "w".repeat(60_000);
    LogBytes log = LogBytes.withRun("3.13.4", "A").request(List.of(name), "B", 1, 2, why);

    assertThat(Told.of(log.bytes()).records)
        .last()
        .isEqualTo("request " + name + " / B 1-2 ko '" + why + "'");
    assertDamaged(
        LogBytes.withRun("3.14.0", "A").request(List.of(name), "B", 1, 2, why),
        "string length 20000 is not within 0 to 8187");
  }

  @Test
  void theResponseTimeOfAGroupMayBeAnyNumberThatAUsersCodePutThere() throws Exception {
    byte[] log =
        LogBytes.withRun()
            .raw(RecordType.GROUP)
            .groups(List.of("A"))
            .integer(1)
            .integer(2)
            .integer(-40)
            .raw(1)
            .bytes();

    assertThat(Told.of(log).records).last().isEqualTo("group A 1-2 -40 ok");
  }

  @Test
  void lineBreaksInNamesBecomeSpaces() throws Exception {
    byte[] log = LogBytes.withRun().request(List.of(), "a\tb\nc\rd", 1, 2, "").bytes();

    assertThat(Told.of(log).records).last().asString().contains("request a b c d 1-2");
  }

  @ParameterizedTest
  @MethodSource("io.tideline.engine.simlog.GatlingVersions#all")
  void versionsOfTheSameFormatAreRead(String version) throws Exception {
    assertThat(Told.of(LogBytes.withRun(version).bytes()).end.whole()).isTrue();
  }

  @Test
  void theTextThatGatlingWroteBefore313IsRefusedByItsVersion() {
    assertRefused(
        "RUN\ta.Simulation\ta\t1790000000000\t \t3.12.0\nUSER\tBrowse\tSTART\t1\n", "3.12.0");
    assertRefused("ASSERTION\tAAECAAIBAAAA\nRUN\ta.B\tb\t1\twhy\t3.9.5\n", "3.9.5");
    assertRefused("a.Simulation\ta\tRUN\t1410000000000\t \t2.0\n", "2.0");
  }

  private static void assertRefused(String text, String version) {
    assertThatThrownBy(() -> Told.of(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnsupportedGatlingException.class)
        .hasMessage("simulation.log: written by Gatling " + version + READABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.12.0",
        "3.12.9",
        "3.13.6",
        "3.14.10",
        "3.15.2",
        "3.15.1-SNAPSHOT",
        "3.16.1",
        "3.16",
        "3.16.0 ",
        "3.17.0",
        "4.0.0",
        "foo"
      })
  void otherVersionsAreRefusedByName(String version) {
    assertThatThrownBy(() -> Told.of(LogBytes.withRun(version).bytes()))
        .isInstanceOf(UnsupportedGatlingException.class)
        .hasMessage("simulation.log: written by Gatling " + version + READABLE);
  }

  private static void assertDamaged(LogBytes log, String what) throws Exception {
    LogEnd end = Told.of(log.bytes()).end;
    assertThat(end).isInstanceOf(Damaged.class);
    assertThat(end.sentence(LOG))
        .startsWith(LOG + ": damaged at byte ")
        .contains(": " + what + "; ")
        .endsWith(end.records() == 0 ? "no record before it" : "the one record before it was read");
  }
}
