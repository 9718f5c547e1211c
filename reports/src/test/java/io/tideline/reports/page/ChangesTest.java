package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {
  private static final Scope OPEN = new Scope("Browse timeline", "Open timeline", null);

  @TempDir Path folder;
  private PageRuns runs;

  @BeforeEach
  void makeRuns() {
    runs = new PageRuns(folder);
  }

  private Run run(TargetModel target) throws Exception {
    return runs.sample(target, Duration.ZERO);
  }

  private Run every(int millis) throws Exception {
    return run((request, second, random) -> millis);
  }

  @Test
  void earlierIsTheGeometricMeanAndItsRange() throws Exception {
    Change change = Changes.of(OPEN, Metric.P95, every(40), List.of(every(10), every(40)));

    assertThat(change.before()).isCloseTo(20, within(1e-9));
    assertThat(change.now()).isEqualTo(40);
    assertThat(change.ratio()).isCloseTo(2, within(1e-9));
    assertThat(change.low()).isEqualTo(10);
    assertThat(change.high()).isEqualTo(40);
    assertThat(change.leavesRange()).isFalse();
    assertThat(Changes.of(OPEN, Metric.P95, every(41), List.of(every(40))).leavesRange()).isTrue();
  }

  @Test
  void theRequestThatChangedMostStandsFirst() throws Exception {
    Run slower = run((request, second, random) -> request.equals("Save memory") ? 30 : 10);

    List<Change> changes = Changes.largest(slower, List.of(every(10)));

    assertThat(changes.get(0).scope()).isEqualTo(new Scope("Create memory", "Save memory", null));
    assertThat(changes.get(0).ratio()).isCloseTo(3, within(1e-9));
    assertThat(changes.subList(1, changes.size())).allMatch(change -> change.size() < 1e-9);
  }

  @Test
  void whatEarlierRunsDoNotHaveIsNoChange() throws Exception {
    Change change = Changes.of(OPEN, Metric.P95, every(10), List.of(runs.empty().run()));

    assertThat(change.before()).isNull();
    assertThat(change.ratio()).isNull();
    assertThat(Changes.largest(every(10), List.of())).isEmpty();
  }

  @Test
  void timeSharesAddUpAndSayWhatWasAdded() throws Exception {
    Run slower = run((request, second, random) -> request.equals("Save memory") ? 30 : 10);

    List<TimeShare> shares = TimeShare.of(slower, List.of(every(10)));

    assertThat(shares.stream().mapToDouble(TimeShare::share).sum()).isCloseTo(1, within(1e-9));
    assertThat(shares.stream().mapToDouble(TimeShare::millis).sum())
        .isCloseTo(slower.pool(Scope.EVERYTHING).okLatencies().mean(), within(0.01));
    TimeShare save =
        shares.stream()
            .filter(share -> "Save memory".equals(share.scope().request()))
            .findFirst()
            .orElseThrow();
    long all = slower.pool(Scope.EVERYTHING).ok();
    long saves = slower.pool(save.scope()).ok();
    assertThat(save.added()).isCloseTo(20.0 * saves / all, within(0.01));
    assertThat(shares)
        .filteredOn(share -> share != save)
        .allSatisfy(share -> assertThat(share.added()).isCloseTo(0, within(0.01)));
    assertThat(TimeShare.of(slower, List.of())).allMatch(share -> share.added() == null);
  }
}
