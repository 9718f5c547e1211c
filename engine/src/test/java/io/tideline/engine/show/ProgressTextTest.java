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

class ProgressTextTest {
  private static final Recent RECENT = new Recent(184.3, 19.8, 0.0125, new Times(2, 6, 15));
  private static final LogState LOG = new LogState(1, 100_000, 1, 900, 3, 31, "");

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
    assertThat(printed).endsWith("ok" + System.lineSeparator());
  }

  @Test
  void elsewhereThereIsALineEachTenSeconds() {
    String printed = printed(LiveOptions.Progress.AUTO, false, 25);
    assertThat(printed.lines()).hasSize(3);
    assertThat(printed).doesNotContain("\r").doesNotContain("\u001b");
    assertThat(printed(LiveOptions.Progress.OFF, true, 25)).isEmpty();
  }
}
