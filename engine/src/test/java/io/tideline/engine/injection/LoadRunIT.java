package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogReader;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLog;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bridge into Gatling's internals, tried in a real Gatling process. When Gatling is raised to
 * another version, these tests say whether the bridge still holds.
 */
class LoadRunIT extends ProbedRun {
  @Test
  void everyArrivalIsStartedOnceOnItsOwnJourneyAndRecorded() throws Exception {
    Path log = finished(gatling("probe.rate=200", "probe.seconds=5"), Ending.COMPLETED);

    Schedule schedule = Schedule.of(ProbeSimulation.plan(200, 5));
    List<String> journeys = List.copyOf(ProbeSimulation.WEIGHTS.keySet());
    assertThat(visits).hasSize((int) schedule.arrivals());
    for (long k = 0; k < schedule.arrivals(); k++) {
      String path = "/" + k + "/" + journeys.get(schedule.journeyOf(k));
      assertThat(visits).containsKey(path);
      assertThat(visits.get(path)).hasValue(1);
    }
    List<Long> recorded = new ArrayList<>();
    StartLogReader.Frame frame =
        StartLogReader.read(
            log,
            (k, due, start) -> {
              recorded.add(k);
              assertThat(due).isEqualTo(schedule.dueNanos(k));
              assertThat(start).isGreaterThanOrEqualTo(due);
            });
    assertThat(frame.ending()).contains(Ending.COMPLETED);
    assertThat(recorded).hasSize((int) schedule.arrivals()).doesNotHaveDuplicates();
  }

  @Test
  void whatLateUsersAskForIsNotedWithTheirLag() throws Exception {
    Path log =
        finished(
            gatling("probe.rate=200", "probe.seconds=3", "probe.holdUp=200"), Ending.COMPLETED);

    List<Long> lags = new ArrayList<>();
    StartLogReader.read(log, (k, due, start) -> lags.add(Math.round((start - due) / 1e6)));
    List<Long> late = lags.stream().filter(lag -> lag > 0).sorted().toList();
    assertThat(late).as("users held up by others").hasSizeGreaterThan(50);
    List<LateRequest> noted = new ArrayList<>();
    LateLog.read(log.resolveSibling(LateLog.FILE_NAME), noted::add);
    assertThat(noted.stream().map(request -> (long) request.lagMillis()).sorted().toList())
        .isEqualTo(late);
    assertThat(noted)
        .allSatisfy(
            request -> {
              assertThat(request.name()).isEqualTo("Visit");
              assertThat(request.journey()).isEmpty();
              assertThat(request.ok()).isTrue();
            });
    assertThat(requestsIn(log)).containsAll(noted.stream().map(LoadRunIT::times).toList());
  }

  /** Begin and response time of each request in Gatling's own log. */
  private static List<String> requestsIn(Path starts) throws IOException {
    List<String> times = new ArrayList<>();
    long[] epoch = new long[1];
    SimulationLog.read(
        starts.getParent().resolveSibling(SimulationLog.FILE_NAME),
        new SimulationLogListener() {
          @Override
          public void run(RunRecord run) {
            epoch[0] = run.startEpochMillis();
          }

          @Override
          public void request(RequestRecord request) {
            int millis = request.endMillis() - request.startMillis();
            times.add(epoch[0] + request.startMillis() + " " + millis);
          }
        });
    return times;
  }

  private static String times(LateRequest request) {
    return request.beginEpochMillis() + " " + request.millis();
  }

  @Test
  void theWarmUpReachesNeitherTheTargetNorARecord() throws Exception {
    Path log = finished(gatling("probe.rate=20", "probe.seconds=2"), Ending.COMPLETED);

    AtomicInteger requests = new AtomicInteger();
    AtomicInteger users = new AtomicInteger();
    SimulationLog.read(
        log.getParent().resolveSibling(SimulationLog.FILE_NAME),
        new SimulationLogListener() {
          @Override
          public void request(RequestRecord request) {
            requests.incrementAndGet();
          }

          @Override
          public void user(int scenario, boolean start, int millis) {
            users.addAndGet(start ? 1 : 0);
          }
        });
    assertThat(requests).hasValue(40);
    assertThat(users).hasValue(40);
    assertThat(visits).hasSize(40);
    assertThat(Files.readString(results.resolve("output.txt"))).doesNotContain("starts cold");
  }

  @Test
  void aJourneyThatGetsNoArrivalDoesNotHoldUpTheEnd() throws Exception {
    finished(gatling("probe.rate=3", "probe.seconds=2"), Ending.COMPLETED);
    assertThat(visits).hasSize(6);
  }

  @Test
  void anInterruptedRunClosesItsFilesInOrder() throws Exception {
    Process gatling = gatling("probe.rate=50", "probe.seconds=60");
    awaitVisits(100);
    gatling.destroy();
    Path log = finished(gatling, Ending.INTERRUPTED);
    AtomicInteger started = new AtomicInteger();
    StartLogReader.Frame frame = StartLogReader.read(log, (k, d, s) -> started.incrementAndGet());
    assertThat(frame.ending()).contains(Ending.INTERRUPTED);
    assertThat(started.get()).isBetween(100, 2999);
  }

  @Test
  void aKilledRunKeepsItsPlanAndItsStartsUpToTheLastSecond() throws Exception {
    Process gatling = gatling("probe.rate=50", "probe.seconds=60");
    awaitVisits(200);
    gatling.destroyForcibly();
    assertThat(gatling.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Path log;
    try (Stream<Path> files = Files.walk(results)) {
      log = files.filter(file -> file.endsWith(StartLog.FILE_NAME)).findFirst().orElseThrow();
    }
    AtomicInteger started = new AtomicInteger();
    StartLogReader.Frame frame = StartLogReader.read(log, (k, d, s) -> started.incrementAndGet());
    assertThat(frame.ending()).isEmpty();
    assertThat(started.get()).isGreaterThanOrEqualTo(100);
    assertThat(PlanJson.read(log.resolveSibling(PlanJson.FILE_NAME)))
        .isEqualTo(ProbeSimulation.plan(50, 60));
  }
}
