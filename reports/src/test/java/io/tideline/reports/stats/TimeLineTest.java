package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.testkit.LogCount;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLineTest {
  private static final Plan PLAN =
      SampleRun.plan(
          20,
          List.of(SampleRun.phase("first", 20, true, 1), SampleRun.phase("second", 20, false, 2)),
          List.of());

  @Test
  void everySecondHoldsWhatAnIndependentCountFindsInIt(@TempDir Path folder) throws Exception {
    SampleRun.of(PLAN, SampleRuns.SICK_AFTER_25_SECONDS, Duration.ofMillis(2)).writeTo(folder);
    TimeLine line = new ResultsFolder(folder).read().run().timeLine();
    LogCount count = LogCount.of(folder.resolve("simulation.log"));
    int ahead = SampleRun.GATLING_AHEAD_MILLIS;

    assertThat(line.intervalSeconds()).isEqualTo(1);
    Map<Long, List<LogCount.Request>> bySecond =
        count.requests.stream()
            .collect(Collectors.groupingBy(request -> (request.end() - ahead) / 1000L));
    for (int i = 0; i < line.moments().size(); i++) {
      List<LogCount.Request> expected = bySecond.getOrDefault((long) i, List.of());
      Latencies all = line.latencies(Scope.EVERYTHING, i, i + 1);
      List<Integer> times =
          expected.stream()
              .filter(LogCount.Request::ok)
              .map(request -> request.end() - request.start())
              .sorted()
              .toList();
      assertThat(all.count()).isEqualTo(times.size());
      assertThat(line.failures(Scope.EVERYTHING, i, i + 1))
          .isEqualTo(expected.size() - times.size());
      if (!times.isEmpty()) {
        assertThat(all.max()).isEqualTo((long) times.get(times.size() - 1));
        assertThat(all.at(0.5)).isEqualTo((long) times.get((times.size() - 1) / 2));
      }
    }
    assertThat(line.requests().stream().mapToLong(TimeLineTest::requests).sum())
        .isEqualTo(count.requests.size());
  }

  @Test
  void dueAndStartedArrivalsAddUpAndNobodyIsUnderWayAtTheEnd(@TempDir Path folder)
      throws Exception {
    SampleRun.of(PLAN, SampleRun.HEALTHY, Duration.ofMillis(2)).losingEvery(10).writeTo(folder);
    TimeLine line = new ResultsFolder(folder).read().run().timeLine();
    assertThat(line.moments().stream().mapToLong(Moment::due).sum()).isEqualTo(1200);
    assertThat(line.moments().stream().mapToLong(Moment::started).sum()).isEqualTo(1080);
    assertThat(line.moments().get(3).due()).isEqualTo(20);
    assertThat(line.moments().get(30).due()).isEqualTo(40);
    assertThat(line.moments().get(line.moments().size() - 1).active()).isZero();
    assertThat(line.moments()).anySatisfy(moment -> assertThat(moment.active()).isPositive());
  }

  /** Whatever the length, nothing is lost when intervals are joined. */
  @ParameterizedTest
  @CsvSource({"1200, 1", "1500, 1", "1600, 5", "7500, 5", "7600, 15", "86400, 60", "2147483, 3600"})
  void longRunsHaveLongerIntervalsAndLoseNothing(long seconds, int interval) {
    TimeLineRecorder recorder = new TimeLineRecorder();
    TimeTrack track = recorder.track(0, new RequestKey("Journey", "Request"));
    SplittableRandom random = new SplittableRandom(seconds);
    int requests = 20_000;
    long failures = 0;
    for (int i = 0; i < requests; i++) {
      long straggler = random.nextInt(100) == 0 ? random.nextLong(30_000) : 0;
      long end = Math.max(0, seconds * 1000L * i / requests - straggler);
      boolean ok = random.nextInt(10) > 0;
      failures += ok ? 0 : 1;
      recorder.request(track, end, random.nextInt(1, 3000), ok);
    }
    recorder.user(true, 0);
    recorder.user(false, seconds * 1000L - 1);

    TimeLine line = recorder.timeLine(null);

    assertThat(line.intervalSeconds()).isEqualTo(interval);
    int end = line.moments().size();
    assertThat(end).isEqualTo((int) ((seconds + interval - 1) / interval));
    assertThat(line.latencies(Scope.EVERYTHING, 0, end).count()).isEqualTo(requests - failures);
    assertThat(line.failures(Scope.EVERYTHING, 0, end)).isEqualTo(failures);
    assertThat(line.moments().get(end - 1).active()).isZero();
  }

  @Test
  void namesPastTheBoundArePooled() {
    TimeLineRecorder recorder = new TimeLineRecorder();
    for (int i = 0; i < 300; i++) {
      TimeTrack track = recorder.track(i, new RequestKey("Journey", "Request " + i));
      recorder.request(track, 10, 5, true);
    }
    TimeLine line = recorder.timeLine(null);
    assertThat(line.requests()).hasSize(TimeLineRecorder.MOST_REQUESTS + 1);
    assertThat(line.latencies(Scope.EVERYTHING, 0, 1).count()).isEqualTo(300);
  }

  private static long requests(RequestTimes times) {
    return times.cells().stream().mapToLong(cell -> cell.ko() + cell.latencies().count()).sum();
  }
}
