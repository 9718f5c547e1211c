package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.testkit.SampleFaults;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultWindowsTest {
  @TempDir Path folder;

  private Run run(TargetModel target) throws Exception {
    SampleFaults.write(folder, target, SampleFaults.promises());
    return new ResultsFolder(folder).read().run();
  }

  @Test
  void aRunIsCutAtItsFaultAndWhereRecoveryMustBeOver() throws Exception {
    List<FaultWindow> windows = FaultWindows.of(run(SampleFaults.PROTECTED));

    assertThat(windows)
        .extracting(FaultWindow::window, FaultWindow::fromSeconds, FaultWindow::toSeconds)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Window.BEFORE, 5.0, 25.0),
            org.assertj.core.groups.Tuple.tuple(Window.DURING, 25.0, 35.0),
            org.assertj.core.groups.Tuple.tuple(Window.RECOVERY, 35.0, 40.0),
            org.assertj.core.groups.Tuple.tuple(Window.AFTER, 40.0, 75.0));
  }

  @Test
  void failuresStandInTheWindowInWhichTheyEnded() throws Exception {
    List<FaultWindow> windows = FaultWindows.of(run(SampleFaults.PROTECTED));

    assertThat(windows.get(0).failures(Scope.EVERYTHING)).isZero();
    assertThat(windows.get(1).failures(Scope.EVERYTHING)).isPositive();
    assertThat(windows.get(1).latencies(Scope.EVERYTHING).count()).isLessThan(10);
    assertThat(windows.get(3).failures(Scope.EVERYTHING)).isZero();
  }

  @Test
  void theWindowsTogetherHoldEveryRequestOutsideTheWarmUp() throws Exception {
    Run run = run(SampleFaults.PROTECTED);

    long inWindows =
        FaultWindows.of(run).stream().mapToLong(w -> w.requests(Scope.EVERYTHING)).sum();

    long ended =
        run.timeLine().latencies(Scope.EVERYTHING, 5, 75).count()
            + run.timeLine().failures(Scope.EVERYTHING, 5, 75);
    assertThat(inWindows).isEqualTo(ended);
  }

  @Test
  void aFaultThatIsNotFeltAfterItsEndIsRecoveredFromAtOnce() throws Exception {
    Recovery recovery = Recovery.of(run(SampleFaults.PROTECTED)).get(0);

    assertThat(recovery.afterEnd()).isLessThanOrEqualTo(1.0);
    assertThat(recovery.afterStart()).isBetween(10.0, 11.0);
  }

  @Test
  void timeUntilTheBandHoldsAgainIsRecovery() throws Exception {
    Recovery recovery = Recovery.of(run(SampleFaults.failing(42))).get(0);

    assertThat(recovery.afterEnd()).isBetween(7.0, 8.0);
    assertThat(recovery.watchedUntil()).isEqualTo(75);
  }

  @Test
  void aFaultThatNobodyFeltIsRecoveredFromAtItsStart() throws Exception {
    Recovery recovery = Recovery.of(run(SampleFaults.failing(0))).get(0);

    assertThat(recovery.afterStart()).isZero();
    assertThat(recovery.afterEnd()).isZero();
  }

  @Test
  void aTargetThatCopesWhileTheFaultLastsIsRecoveredBeforeItsEnd() throws Exception {
    Recovery recovery = Recovery.of(run(SampleFaults.failing(29))).get(0);

    assertThat(recovery.afterEnd()).isZero();
    assertThat(recovery.afterStart()).isBetween(4.0, 5.0);
  }

  @Test
  void aTargetThatNeverComesBackHasNoRecovery() throws Exception {
    Recovery recovery = Recovery.of(run(SampleFaults.failing(1_000))).get(0);

    assertThat(recovery.recoveredSeconds()).isNull();
    assertThat(recovery.afterEnd()).isNull();
  }

  @Test
  void aRunWithFaultsIsReadBackAsItWasWritten() throws Exception {
    Run run = run(SampleFaults.failing(42));
    String text = RunJson.text(run);
    Files.writeString(folder.resolve("run.json"), text);

    Run read = RunReader.read(folder.resolve("run.json"));

    assertThat(read.aftermath()).isEqualTo(run.aftermath());
    assertThat(RunJson.text(read)).isEqualTo(text);
  }

  @Test
  void transitionsCountFromTheRunsFirstInstant() throws Exception {
    Transitions transitions = run(SampleFaults.PROTECTED).aftermath().transitions();

    assertThat(transitions.list().get(0).atSeconds()).isEqualTo(26.5);
    assertThat(transitions.list().get(1).to()).isEqualTo(BreakerState.HALF_OPEN);
  }

  @Test
  void aListOfTransitionsThatIsNoneDamagesTheRun() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.promises());
    Files.writeString(folder.resolve("tideline").resolve("transitions.json"), "{\"down\":true}");

    Run run = new ResultsFolder(folder).read().run();

    assertThat(run.info().ending()).isEqualTo(Ending.DAMAGED);
    assertThat(run.info().endingReason()).contains("transitions.json: no list of transitions");
  }

  @Test
  void aRunWithoutAFaultHasNoWindow() throws Exception {
    Path plain =
        SampleRun.of(
                SampleFaults.plan(SampleFaults.promises()),
                SampleFaults.PROTECTED,
                java.time.Duration.ZERO)
            .writeTo(folder);

    Run run = new ResultsFolder(plain).read().run();

    assertThat(FaultWindows.of(run)).isEmpty();
    assertThat(run.aftermath()).isNull();
  }
}
