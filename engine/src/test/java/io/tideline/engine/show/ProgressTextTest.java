package io.tideline.engine.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.live.LivePoint.Times;
import io.tideline.engine.live.LiveSamples;
import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LoadState;
import io.tideline.engine.live.LogState;
import io.tideline.engine.live.Recent;
import io.tideline.engine.live.SloState;
import io.tideline.engine.plan.LiveOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {
  private static final Recent RECENT = new Recent(184.3, 19.8, 0.0125, new Times(2, 6, 15));
  private static final LogState LOG = new LogState(1, 100_000, 1, 900, 3, 31, 0, 0, "");

  private static LoadState load(String state) {
    return new LoadState(state, "steady", 100, 3_801, 60, 1, 20, 2_000, 2_000, Map.of(), List.of());
  }

  private static LiveState state(LoadState load, double value) {
    SloState errors = new SloState(LiveSamples.ERRORS, 0, 900, 0, 0);
    SloState p95 = new SloState(LiveSamples.P95, value, 900, 0, 0);
    return new LiveState(load, LOG, List.of(errors, p95), RECENT);
  }

  @Test
  void oneLineTellsPhaseTimeLeftRateAgainstPlanP95ErrorsAndSlos() {
    assertThat(ProgressText.of(state(load("running"), 6)))
        .isEqualTo(
            "[1:40] steady, 1:03:21 left  19.8 of 20.0 users/s, 31 active  184 requests/s"
                + "  p95 6.0 ms  errors 1.3 %  SLOs 2 of 2 ok");
  }

  @Test
  void aBrokenPromiseIsNamed() {
    assertThat(ProgressText.of(state(load("paused"), 301)))
        .contains("steady, paused")
        .endsWith("BROKEN All requests: p95");
  }

  @Test
  void aWatchedRunHasNoPlan() {
    LiveState watched =
        new LiveState(
            null, LOG, List.of(), new Recent(0, 0, Double.NaN, new Times(Double.NaN, 1, 1)));
    assertThat(ProgressText.of(watched))
        .isEqualTo("[1:40]  0.0 users/s, 31 active  0.0 requests/s  p95 1.0 ms  errors - %");
  }

  private static String printed(LiveOptions.Progress kind, boolean terminal, int seconds) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Progress progress = Progress.of(kind, out, terminal);
    for (int i = 0; i < seconds; i++) {
      progress.show(state(load("running"), 6));
    }
    progress.end(state(load("ended"), 6));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void onATerminalTheLineIsRewrittenEachSecondAndStaysAtTheEnd() {
    String printed = printed(LiveOptions.Progress.AUTO, true, 25);
    assertThat(printed.split("\r", -1)).hasSize(27);
    assertThat(printed.chars().filter(c -> c == '\n').count()).isOne();
    assertThat(printed).endsWith("ok\u001b[?7h" + System.lineSeparator());
  }

  @Test
  void elsewhereThereIsALineEachTenSeconds() {
    String printed = printed(LiveOptions.Progress.AUTO, false, 25);
    assertThat(printed.lines()).hasSize(3);
    assertThat(printed).doesNotContain("\r").doesNotContain("\u001b");
    assertThat(printed(LiveOptions.Progress.OFF, true, 25)).isEmpty();
  }

  private static LiveState running(String phase, double p95, String problem) {
    LoadState load =
        new LoadState(
            "running", phase, 100_000, 3_801, 60, 1, 20, 2_000, 2_000, Map.of(), List.of());
    SloState errors = new SloState(LiveSamples.ERRORS, 0, 900, 0, 0);
    SloState slow = new SloState(LiveSamples.P95, p95, 900, 0, 0);
    LogState log = new LogState(1, 100_000, 1, 900, 3, 31, 0, 0, problem);
    return new LiveState(load, log, List.of(errors, slow), RECENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 10, 20, 39, 40, 60, 79, 80, 100, 120, 200})
  void aLineFitsItsTerminal(int columns) {
    for (String phase :
        List.of(
            "day",
            "a phase with a name that is longer than the whole of a terminal with eighty columns is",
            "\u65e5\u672c\u8a9e\u306e\u9577\u3044\u540d\u524d".repeat(10),
            "\ud83d\udd25".repeat(60),
            "e\u0301".repeat(90),
            "two\nlines\r\tand \u001b[31mcolour")) {
      for (double p95 : new double[] {6, 301, Double.NaN}) {
        for (String problem : List.of("", "the log ends\nin the middle of a record ".repeat(5))) {
          String line = ProgressText.of(running(phase, p95, problem), columns);
          assertThat(Columns.of(line)).as(line).isLessThanOrEqualTo(columns);
          assertThat(line.codePoints().noneMatch(Character::isISOControl)).as(line).isTrue();
        }
      }
    }
  }

  @Test
  void aNarrowLineLeavesOutWhatMattersLeast() {
    LiveState state = running("day", 6, "");
    assertThat(ProgressText.of(state, 200)).isEqualTo(ProgressText.of(state));
    assertThat(ProgressText.of(state, 79))
        .isEqualTo("[27:46:40] day, 1:03:21 left  19.8 users/s  p95 6.0 ms  errors 1.3 %");
    assertThat(ProgressText.of(state, 40)).isEqualTo("[27:46:40] day  p95 6.0 ms  errors 1.3 %");
    assertThat(ProgressText.of(running("day", 301, ""), 79))
        .contains("day", "errors 1.3 %", "BROKEN");
    assertThat(ProgressText.of(running("day", 301, ""), 48)).endsWith("BROKEN 1 of 2 SLOs");
  }

  @Test
  void columnsCountAsATerminalDoes() {
    assertThat(Columns.of("abc")).isEqualTo(3);
    assertThat(Columns.of("\u65e5\u672c")).isEqualTo(4);
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
    assertThat(Columns.of("\ud83d\udd25")).isEqualTo(2);
    assertThat(Columns.of("\uff21\u1112\ud55c")).isEqualTo(6);
    assertThat(Columns.cut("abcdef", 5)).isEqualTo("ab...");
    assertThat(Columns.cut("\u65e5\u672c\u8a9e\u65e5", 6)).isEqualTo("\u65e5...");
    assertThat(Columns.cut("abcdef", 2)).isEqualTo("..");
    assertThat(Columns.cut("abcdef", 0)).isEmpty();
  }

  @Test
  void aWidthIsReadFromWhatTellsIt() {
    assertThat(StandardOutput.columns("80")).hasValue(80);
    for (String none : new String[] {null, "", "0", "-1", "80x", "99999", "eighty"}) {
      assertThat(StandardOutput.columns(none)).as(String.valueOf(none)).isEmpty();
    }
  }
}
