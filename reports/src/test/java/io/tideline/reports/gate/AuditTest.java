package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.gate.Audit.Change;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final TargetModel USUAL =
      (request, second, random) -> 100 + (int) (20 * random.nextDouble());

  /** Every request of one journey takes a quarter longer. */
  private static final TargetModel SAVES_SLOWER =
      (request, second, random) ->
          (int)
              ((request.equals("Save memory") ? 1.25 : 1) * USUAL.answer(request, second, random));

  @TempDir Path folder;

  private List<Run> history(int before, int after) {
    RunSeries nights = new RunSeries(folder);
    List<Run> runs = new ArrayList<>(nights.next(before, USUAL));
    runs.addAll(nights.next(after, SAVES_SLOWER));
    return runs;
  }

  @Test
  void aRequestThatBecameSlowerIsNamedWithTheRunSinceWhichItIs() {
    List<Run> runs = history(9, 7);

    List<Change> changes = Audit.of(runs);

    assertThat(changes)
        .extracting(Change::figure)
        .contains("Create memory / Save memory, p50", "Create memory / Save memory, p95")
        .noneMatch(figure -> figure.startsWith("Browse timeline"));
    assertThat(changes)
        .filteredOn(change -> change.figure().equals("Create memory / Save memory, p50"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.position()).isEqualTo(9);
              assertThat(change.since()).isEqualTo(runs.get(9).info());
              assertThat(change.change()).matches("\\+2[3-7]\\.\\d %");
              assertThat(change.chance()).isLessThanOrEqualTo(1e-5);
            });
  }

  @Test
  void runsOfUnchangedCodeAndTooFewOfThemShowNoChange() {
    assertThat(Audit.of(history(16, 0))).isEmpty();
    assertThat(Audit.of(history(4, 3))).isEmpty();
  }
}
