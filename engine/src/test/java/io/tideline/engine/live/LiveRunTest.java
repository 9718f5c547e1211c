package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import io.tideline.engine.schedule.LateLogWriter;
import io.tideline.engine.simlog.LogBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRunTest {
  @TempDir Path folder;
  private final FakeLoad load = new FakeLoad(LiveSamples.plan());

  private LiveRun run(LogBytes log) throws IOException {
    return new LiveRun(LiveSamples.subject(folder, log, load), List.of());
  }

  @Test
  void aRequestBelongsToThePhaseInWhichItBeganAndTheWarmUpCountsForNoSlo() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 4_999, 400, "no");
    LiveSamples.request(log, 5_000, 400, "");
    LiveSamples.request(log, 25_000, 1_200, "");
    load.elapsedSeconds = 27;
    List<SloState> slos = run(log).look().slos();
    assertThat(slos.get(0)).returns(2L, SloState::total).returns(0L, SloState::bad);
    assertThat(slos.get(1)).returns(2L, SloState::total).returns(2L, SloState::bad);
    assertThat(slos.get(2)).returns(1L, SloState::total).returns("broken", SloState::word);
  }

  @Test
  void noTimeInALogDecidesHowLongItIsWatched() throws IOException {
    LogBytes log = LogBytes.withRun();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      LiveSamples.request(log, i, 25, "");
      log.request(List.of(), "far", random.nextInt(), random.nextInt(), "");
      log.user(0, i % 2 == 0, random.nextInt());
    }
    for (int day = 1; day < 24; day++) {
      for (int i = 0; i < 10; i++) {
        log.request(List.of(), "jumps", day * 86_000_000 + i, day * 86_000_000 + 2 * i, "");
      }
    }
    LiveRun run = run(log);

    run.look();
    run.end();

    assertThat(run.state().log().problem()).isEmpty();
    assertThat(run.state().log().impossible()).isGreaterThan(30_000);
    assertThat(run.course().points()).hasSizeLessThanOrEqualTo(LiveCourse.MOST_POINTS);
    assertThat(run.course().points())
        .last()
        .satisfies(point -> assertThat(point.atSeconds()).isGreaterThan(23 * 86_000));
  }

  @Test
  void messagesThatNobodyWaitedForAreShownApart() throws IOException {
    LogBytes log = LogBytes.withRunAt(1_764_547_200_000L);
    for (int i = 0; i < 100; i++) {
      log.request(List.of(), "send", i * 100, i * 100 + 25, "");
      log.request(List.of(), "ws", i * 100, (int) (Long.MIN_VALUE - 1_764_547_200_000L), "");
    }
    LogState state = run(log).look().log();

    assertThat(state).returns(100L, LogState::ok).returns(100L, LogState::unmatched);
    assertThat(state.newestMillis()).isEqualTo(9_925);
  }

  @Test
  void timesOfALateUserCountFromItsDueTimeOnceTheLogHasThem() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 100; i++) {
      LiveSamples.request(log, 6_000 + i * 2, 250, "");
    }
    LiveRun run = run(log);
    Path tideline = Files.createDirectory(folder.resolve("tideline"));
    try (LateLogWriter late = new LateLogWriter(tideline.resolve(LateLog.FILE_NAME))) {
      for (int i = 0; i < 10; i++) {
        late.late(late(6_000 + i * 2, true));
      }
      late.late(late(6_200, false));
      late.late(late(30_000, true));
    }
    assertThat(run.look().slos().get(1)).returns(250.0, SloState::value).returns(0L, SloState::bad);
    LiveSamples.request(log, 29_000, 10, "");
    Files.write(folder.resolve("simulation.log"), log.bytes());
    assertThat(run.look().slos().get(1))
        .returns(350.0, SloState::value)
        .returns(10L, SloState::bad)
        .returns(101L, SloState::total);
    assertThat(run.look().slos().get(1)).returns(10L, SloState::bad);
  }

  private static LateRequest late(int atMillis, boolean ok) {
    return new LateRequest(LiveSamples.ORIGIN + atMillis, 250, 100, ok, "Browse timeline", "Open");
  }

  @Test
  void aPercentileWithTooFewValuesIsNeitherKeptNorBroken() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 71; i++) {
      LiveSamples.request(log, 6_000 + i, 500, "");
    }
    assertThat(run(log).look().slos().get(1).word()).isEqualTo("unknown");
    LiveSamples.request(log, 7_000, 500, "");
    assertThat(run(log).look().slos().get(1).word()).isEqualTo("broken");
  }

  @Test
  void theBudgetIsThatOfTheWholeRun() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 100; i++) {
      LiveSamples.request(log, 6_000 + i, 10, i == 0 ? "no" : "");
    }
    load.elapsedSeconds = 15;
    // A quarter of the measured part is over: 100 requests of 400, of which 4 may fail.
    assertThat(run(log).look().slos().get(0).burnt()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void aRequestThatCouldNotBeSentIsAFailedOne() throws IOException {
    LogBytes log = LogBytes.withRun().error("Open: no session ", 10_000);
    LiveState state = run(log).look();
    assertThat(state.log().ko()).isOne();
    assertThat(state.slos().get(0)).returns(1L, SloState::bad);
  }

  @Test
  void theCourseTellsEachSecondOnceAndItsEndIsToldAtTheEnd() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int second = 0; second < 10; second++) {
      log.user(0, true, 2_500 + second * 1_000);
      LiveSamples.request(log, second * 1_000, 100 + second, "");
    }
    LiveRun run = run(log);
    run.look();
    int before = run.course().points().size();
    run.look();
    assertThat(run.course().points()).hasSize(before);
    run.end();
    List<LivePoint> points = run.course().points();
    assertThat(points).hasSizeGreaterThan(before);
    assertThat(points.stream().mapToDouble(LivePoint::requests).sum()).isEqualTo(10);
    assertThat(points.stream().mapToDouble(LivePoint::started).sum()).isEqualTo(10);
    assertThat(points.get(points.size() - 1).times().p50()).isCloseTo(104, within(1.0));
    assertThat(run.state().load()).returns("ended", LoadState::state);
  }

  @Test
  void aLogOfHoursThatIsReadAtOnceLeavesItsWholeCourse() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int second = 0; second < 7_200; second += 10) {
      LiveSamples.request(log, second * 1_000, 100, "");
    }
    LiveRun run = run(log);
    run.look();
    List<LivePoint> points = run.course().points();
    assertThat(points).hasSizeBetween(LiveCourse.MOST_POINTS / 2, LiveCourse.MOST_POINTS);
    assertThat(points.stream().mapToDouble(p -> p.requests() * p.seconds()).sum())
        .isCloseTo(720, within(2.0));
  }

  @Test
  void aSilenceLongerThanTheWindowIsNoReasonToStop() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 0, 100, "");
    LiveSamples.request(log, 3_000_000, 100, "");
    LiveRun run = run(log);
    run.look();
    run.end();
    assertThat(run.state().log().ok()).isEqualTo(2);
    assertThat(run.course().points().stream().mapToDouble(p -> p.requests() * p.seconds()).sum())
        .isCloseTo(1, within(1.0));
  }

  @Test
  void whatIsWrongWithALogIsToldAndTheRestStays() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 0, 100, "");
    LiveRun run = run(log);
    run.look();
    Files.write(folder.resolve("simulation.log"), new byte[] {77}, StandardOpenOption.APPEND);
    LiveState state = run.look();
    assertThat(state.log().problem()).contains("unknown record type 77");
    assertThat(state.log().ok()).isOne();
  }

  @Test
  void aRunWithoutAPlanIsOnePhaseFromItsLogsStart() throws IOException {
    LogBytes log = LogBytes.withRun();
    LiveSamples.request(log, 0, 100, "");
    Path file = Files.write(folder.resolve("simulation.log"), log.bytes());
    LiveRun run = new LiveRun(LiveSubject.of(file), List.of());
    LiveState state = run.look();
    assertThat(state.load()).isNull();
    assertThat(state.slos()).isEmpty();
    assertThat(run.subject().phases().name(run.subject().phases().at(99_000))).isEqualTo("run");
    assertThat(run.subject().run()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  void theTableHasTheLastMinuteByRequest() throws IOException {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 30; i++) {
      LiveSamples.request(log, i * 1_000, 50, i % 2 == 0 ? "" : "no");
    }
    LiveRun run = run(log);
    run.look();
    RequestLine line = run.requests().get(0);
    assertThat(line.request()).isEqualTo("Open");
    assertThat(line.errorShare()).isCloseTo(0.5, within(0.05));
    assertThat(line.times().p95()).isEqualTo(50);
  }
}
