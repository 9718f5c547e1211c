package io.tideline.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.plan.Plan;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;
  private History history;
  private Run run;

  @BeforeEach
  void makeRun() throws IOException {
    history = new History(folder.resolve("history"));
    run = run(4, "run-1");
  }

  private Run run(double rate, String name) throws IOException {
    Plan plan = SampleRun.plan(rate, List.of(SampleRun.phase("steady", 5, false, 1)), List.of());
    Path results = folder.resolve(name);
    SampleRun.of(plan, SampleRun.HEALTHY, Duration.ofMillis(1)).writeTo(results);
    return new ResultsFolder(results).read().run();
  }

  @Test
  void anAcceptedRunIsReadBackAsItWas() throws IOException {
    Path file = history.shelfOf(run).accept(run);
    assertThat(folder.resolve("history").relativize(file))
        .isEqualTo(
            Path.of(
                "smoke", run.fingerprint().id(), "accepted", "2026-09-21T14-13-20Z_run-1.json"));
    Shelf.Contents contents = history.shelfOf(run).read();
    assertThat(contents.problems()).isEmpty();
    assertThat(contents.runs()).hasSize(1);
    assertThat(RunJson.text(contents.runs().get(0))).isEqualTo(RunJson.text(run));
    assertThat(file.getParent().resolveSibling("about.json")).content().contains("\"scenario\"");
  }

  @Test
  void runsThatMayNotBeComparedStandOnShelvesOfTheirOwn() throws IOException {
    Run other = run(8, "run-2");
    history.shelfOf(run).accept(run);
    history.shelfOf(other).accept(other);
    assertThat(history.shelves()).hasSize(2);
    assertThat(history.shelfOf(run).read().runs()).hasSize(1);
  }

  @Test
  void aDamagedFileIsSetAsideByNameAndTheOthersAreUsed() throws IOException {
    Path good = history.shelfOf(run).accept(run);
    Path damaged = good.resolveSibling("2026-01-01T00-00-00Z_half.json");
    Files.writeString(damaged, Files.readString(good).substring(0, 5000));
    Shelf.Contents contents = history.shelfOf(run).read();
    assertThat(contents.runs()).hasSize(1);
    assertThat(contents.problems())
        .singleElement()
        .asString()
        .contains(damaged.toString(), "set aside as");
    assertThat(damaged).doesNotExist();
    assertThat(history.shelfOf(run).read().problems()).isEmpty();
  }

  @Test
  void aRejectedRunIsKeptAndStaysOut() throws IOException {
    Shelf shelf = history.shelfOf(run);
    shelf.accept(run);
    Path kept = shelf.reject("run-1");
    assertThat(kept).exists();
    assertThat(shelf.read().runs()).isEmpty();
    assertThatThrownBy(() -> shelf.accept(run)).hasMessageContaining("this run was rejected");
    assertThatThrownBy(() -> shelf.reject("run-1"))
        .hasMessageContaining("no accepted run is run-1");
  }

  @Test
  void anEpochLeavesOutWhatWasBeforeIt() throws IOException {
    Shelf shelf = history.shelfOf(run);
    shelf.accept(run);
    new Epoch(run.info().start().plusSeconds(1), "moved").write(shelf);
    assertThat(shelf.present().runs()).isEmpty();
    assertThat(shelf.read().runs()).hasSize(1);
    new Epoch(run.info().start(), "earlier").write(shelf);
    assertThat(Epoch.of(shelf)).extracting(Epoch::reason).containsExactly("earlier", "moved");
    assertThat(shelf.present().runs()).isEmpty();
  }

  @Test
  void manyJobsMayWriteAtOnce() throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(run(4, "job-" + i));
    }
    ExecutorService jobs = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int round = 0; round < 5; round++) {
        for (Run each : runs) {
          done.add(jobs.submit(() -> history.shelfOf(each).accept(each)));
          done.add(jobs.submit(() -> history.shelfOf(each).read()));
        }
      }
      for (Future<?> each : done) {
        Object outcome = each.get();
        if (outcome instanceof Shelf.Contents contents) {
          assertThat(contents.problems()).isEmpty();
        }
      }
    } finally {
      jobs.shutdownNow();
    }
    assertThat(history.shelfOf(run).read().runs()).hasSize(8);
    assertThat(history.shelfOf(run).files("accepted")).hasSize(8);
  }
}
