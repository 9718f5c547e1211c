package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.commons.util.GatlingVersion;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of real runs, kept so that a later reader still reads them. See the README beside them. */
class RecordedLogTest {
  private static final String NEWEST = RecordedLogs.VERSIONS.get(RecordedLogs.VERSIONS.size() - 1);

  @ParameterizedTest
  @MethodSource("io.tideline.engine.simlog.RecordedLogs#versions")
  void aLogOfEachMinorVersionIsRead(String version) throws Exception {
    Path log = RecordedLogs.of(version);
    Told told = new Told();

    LogEnd end = SimulationLog.read(log, told);

    assertThat(end.whole()).as(end.sentence(log)).isTrue();
    assertIsTheRecordedRun(told.records, version);
  }

  @Test
  void eachMinorVersionThatIsReadHasOne() {
    assertThat(RecordedLogs.VERSIONS.stream().map(RecordedLogTest::minor))
        .containsExactlyElementsOf(
            GatlingVersions.all().stream().map(RecordedLogTest::minor).distinct().toList());
    assertThat(RecordedLogs.VERSIONS).allMatch(GatlingVersions::canRead);
  }

  private static String minor(String version) {
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** The newest log of a real run. */
  static Path recorded() throws URISyntaxException {
    return RecordedLogs.of(NEWEST);
  }

  /**
   * Whether the records are those of {@link RecordedSimulation} against a target that is up, made
   * with the Gatling in use.
   */
  static void assertIsTheRecordedRun(List<String> records) {
    assertIsTheRecordedRun(records, GatlingVersion.ThisVersion().fullVersion());
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
