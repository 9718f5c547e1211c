package io.tideline.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.fixtures.StandIn;
import io.tideline.fixtures.StandInOptions;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.stats.RunReader;
import io.tideline.simulations.full.Exam;
import io.tideline.simulations.full.FullRun;
import io.tideline.testkit.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * kill -9 of the generator and of the target, in turns, at moments that a seed picks: whatever was
 * recorded can be read, nothing is left behind, and nobody is told PASS. {@code -Dkills=100} asks
 * for more than twenty; {@link BrokenRunIT} has one of each.
 */
@Exam("kills")
class KillsIT {
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final long EARLIEST_MILLIS = 100;
  private static final long LATEST_MILLIS = 15_000;

  /** Less than this is no log: there is no run that could be analysed. */
  private static final int RUN_RECORD_BYTES = 200;

  @TempDir Path results;

  static IntStream kills() {
    return IntStream.range(0, Integer.getInteger("kills", 20));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nothingIsLostNothingIsLeftAndNobodyIsToldPass(int kill) throws Exception {
    long millis = new SplittableRandom(SEED + kill).nextLong(EARLIEST_MILLIS, LATEST_MILLIS);
    boolean ofTarget = kill % 2 == 1;
    Path log = results.resolve("target.log");
    try (StandIn target = StandIn.start(StandInOptions.loggingTo(log));
        GatlingProcess run = started(ofTarget ? "baseUrl=" + target.baseUri() : "progress=off")) {
      run.awaitFile("simulation.log", ofTarget ? RUN_RECORD_BYTES : 0);
      Thread.sleep(millis);
      (ofTarget ? ProcessHandle.of(target.pid()).orElseThrow() : run.process().toHandle())
          .destroyForcibly();
      run.exitCode();
      Result verdict = verdict(run.folder());
      FullRun.note((ofTarget ? "target" : "generator") + " after " + millis + " ms: " + verdict);
      System.out.println(
          (ofTarget ? "target" : "generator") + " killed after " + millis + " ms: " + verdict);
      assertThat(verdict).isNotEqualTo(Result.PASS);
    }
    assertNothingLeft();
  }

  /** Of the files as they are, and of those that the run wrote itself. */
  private static Result verdict(Path folder) throws Exception {
    Path written = folder.resolve("tideline").resolve("run.json");
    if (Files.exists(written)) {
      assertThat(RunReader.read(written).plan()).isNotNull();
    }
    return Analysis.analyze(folder).verdict().result();
  }

  private GatlingProcess started(String option) throws Exception {
    String plan = HastyPlan.in(results);
    return GatlingProcess.start(results, plan, "scenario=smoke", "rate=20", "duration=25s", option);
  }

  private void assertNothingLeft() throws InterruptedException {
    Waiting.until("no process names " + results, () -> Processes.mentioning(results).isEmpty());
  }
}
