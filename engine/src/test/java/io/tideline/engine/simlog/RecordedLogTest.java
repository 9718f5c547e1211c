package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of real runs, kept so that a later reader still reads them. See the README beside them. */
class RecordedLogTest {

  private static final String IN_USE = "3.15.1";

  @ParameterizedTest
  @ValueSource(strings = {"3.13.5", "3.14.9", IN_USE})
  void aLogOfEachMinorVersionIsRead(String version) throws Exception {
    Path log = recorded(version);
    Told told = new Told();

    LogEnd end = SimulationLog.read(log, told);

    assertThat(end.whole()).as(end.sentence(log)).isTrue();
    assertIsTheRecordedRun(told.records, version);
  }

  /** The log of a real run, of the Gatling in use. */
  static Path recorded() throws URISyntaxException {
    return recorded(IN_USE);
  }

  private static Path recorded(String version) throws URISyntaxException {
    String name = "gatling-" + version + "/simulation.log";
    return Path.of(Objects.requireNonNull(RecordedLogTest.class.getResource(name)).toURI());
  }

  /** Whether the records are those of {@link RecordedSimulation} against a target that is up. */
  static void assertIsTheRecordedRun(List<String> records) {
    assertIsTheRecordedRun(records, IN_USE);
  }

  private static void assertIsTheRecordedRun(List<String> records, String version) {
    int browsing = RecordedSimulation.BROWSING;
    int creating = RecordedSimulation.CREATING;
    assertThat(records.get(0)).contains(version, RecordedSimulation.class.getName());
    assertCount(records, browsing, "request Browse timeline / Open café ", " ok ''");
    assertCount(records, browsing, "request Browse timeline / Page / 開く → 記憶 ", " ok ''");
    assertCount(
        records,
        browsing,
        "request Browse timeline / Find ",
        " ko 'status.find.is(200), ",
        "found 404'");
    assertCount(records, creating, "request Alone ", " ok ''");
    assertCount(records, creating, "error 'Unsent: ", "No attribute named 'nowhere' is defined ' ");
    assertCount(records, browsing, "group Browse timeline / Page ", " ok");
    assertCount(records, browsing, "group Browse timeline ", " ko");
    assertCount(records, browsing, "user 0 start");
    assertCount(records, browsing, "user 0 end");
    assertCount(records, creating, "user 1 start");
    assertCount(records, creating, "user 1 end");
    assertThat(records).hasSize(1 + 7 * browsing + 4 * creating);
  }

  private static void assertCount(List<String> records, int count, String start, String... parts) {
    assertThat(records)
        .filteredOn(
            record -> record.startsWith(start) && Arrays.stream(parts).allMatch(record::contains))
        .as(start)
        .hasSize(count);
  }
}
