package io.tideline.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.CommandFault;
import io.tideline.engine.plan.FaultGuards;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.FaultSpec;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProxySpec;
import io.tideline.testkit.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults through a made-up run with a real keeper. */
@Timeout(120)
class FaultRunIT {
  private static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Path mark;
  private KeeperProcess keeper;

  @BeforeEach
  void start() throws Exception {
    mark = folder.resolve("mark");
    keeper = KeeperProcess.start(FaultPlan.NONE, FakeGenerator.HOSTS, 1, folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    keeper.close();
    Waiting.until(
        "the keeper is gone",
        () -> ProcessHandle.of(keeper.pid()).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void aFaultBeginsAndEndsAtItsTimes() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(29);
      steps(faults, 5);
      assertThat(mark).doesNotExist();
      run.at(30);
      stepUntil(faults, () -> Files.exists(mark));
      run.at(40);
      stepUntil(faults, () -> !Files.exists(mark));
    }

    assertThat(run.events()).containsExactly("FAULT_START mark", "FAULT_END mark");
  }

  @Test
  void whatTakesLongToBeginCountsFromItsOrderOn() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      faults.step();
      run.at(33);
      stepUntil(faults, () -> !run.events().isEmpty());
    }

    assertThat(run.seconds().get(0)).isEqualTo(30);
    assertThat(run.details().get(0)).endsWith(", which took 3.0 s");
  }

  @Test
  void aPauseHoldsTheFaultUp() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      run.pause();
      steps(faults, 20);

      assertThat(mark).doesNotExist();
    }
  }

  @Test
  void nothingIsBrokenWhereThePromisesDoNotHold() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).failingFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      steps(faults, 20);
    }

    assertThat(mark).doesNotExist();
    assertThat(run.events()).containsExactly("FAULT_FAILED mark");
    assertThat(run.details().get(0)).contains("no steady state before the faults: All requests");
    assertThat(run.stopped()).contains("errors is");
  }

  @Test
  void aFaultIsRevertedWhenTheRunEnds() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      stepUntil(faults, () -> Files.exists(mark));
    }

    assertThat(mark).doesNotExist();
    assertThat(run.events()).containsExactly("FAULT_START mark", "FAULT_END mark");
    assertThat(run.details().get(1)).contains("the run has ended");
  }

  @Test
  void tooManyErrorsEndTheFaultAndTheRun() throws Exception {
    FaultGuards guards = new FaultGuards(0.5, Duration.ofSeconds(3), 1);
    FakeBrokenRun run = run(guards, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      stepUntil(faults, () -> Files.exists(mark));
      run.failingFor(8);
      run.at(35);
      stepUntil(faults, () -> run.aborted() != null && !Files.exists(mark));

      assertThat(run.aborted()).contains("guard: errors 100.0 % for 3 s");
    }
  }

  @Test
  void tooLittleMemoryEndsTheRun() throws Exception {
    FaultGuards guards = new FaultGuards(0.5, Duration.ofSeconds(3), Long.MAX_VALUE);
    FakeBrokenRun run = run(guards, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      steps(faults, 10);
      run.at(31);
      stepUntil(faults, () -> run.aborted() != null && !Files.exists(mark));

      assertThat(run.aborted()).contains("MiB of memory are free");
    }
  }

  @Test
  void aLeaseThatIsOverTooEarlyIsSaid() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, Duration.ofSeconds(1)).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      stepUntil(faults, () -> run.events().size() == 3);
    }

    assertThat(mark).doesNotExist();
    assertThat(run.events())
        .containsExactly("FAULT_START mark", "FAULT_END mark", "FAULT_FAILED mark");
  }

  @Test
  void aKeeperThatIsKilledIsNoticedAndWhatItLeftIsPutBack() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).healthyFor(30);
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      run.at(30);
      stepUntil(faults, () -> Files.exists(mark) && !run.events().isEmpty());
      ProcessHandle handle = ProcessHandle.of(keeper.pid()).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get();
      run.at(32);
      stepUntil(faults, () -> run.stopped() != null);
    }

    assertThat(mark).doesNotExist();
    assertThat(run.events()).containsExactly("FAULT_START mark", "FAULT_FAILED mark");
    assertThat(run.stopped()).contains("keeper of the faults has died; put back: mark: ran rm");
  }

  /** The fault begins at 30 s and lasts 10 s. */
  private FakeBrokenRun run(FaultGuards guards, Duration lease) {
    FaultSpec spec =
        new CommandFault(
            List.of("touch", mark.toString()),
            List.of("rm", mark.toString()),
            Duration.ofSeconds(5));
    PlannedFault fault =
        new PlannedFault("mark", Duration.ofSeconds(30), Duration.ofSeconds(10), lease, spec);
    return new FakeBrokenRun(
        new FaultPlan(List.of(fault), List.of(), null, guards), folder.resolve("simulation.log"));
  }

  /** As many steps as it takes until what the keeper does is seen. */
  private static void stepUntil(FaultRun faults, Callable<Boolean> fact) throws Exception {
    Waiting.until(
        "what the keeper does",
        () -> {
          faults.step();
          return fact.call();
        });
  }

  private long linesOfProxies() throws IOException {
    Path counts = folder.resolve("proxies.jsonl");
    return Files.exists(counts) ? Files.readAllLines(counts).size() : 0;
  }

  private static void steps(FaultRun faults, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      faults.step();
      Thread.sleep(20);
    }
  }

  @Test
  void whatGoesThroughProxiesIsWrittenEachSecond() throws Exception {
    FakeBrokenRun run = run(FaultGuards.STANDARD, LEASE).healthyFor(30);
    keeper.open(new ProxySpec("p", "127.0.0.1:0", "127.0.0.1:1", ProxySpec.Protocol.TCP));
    try (FaultRun faults = FaultRun.of(run, keeper, folder)) {
      for (int second = 1; second < 5; second++) {
        run.at(second);
        int lines = second - 1;
        stepUntil(faults, () -> linesOfProxies() >= lines);
      }
    }

    assertThat(Files.readAllLines(folder.resolve("proxies.jsonl")))
        .hasSize(3)
        .allMatch(line -> line.contains("\"proxy\":\"p\",\"connections\":0"));
  }
}
