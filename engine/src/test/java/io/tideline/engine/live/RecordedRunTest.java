package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogWriter;
import io.tideline.engine.simlog.LogBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that another process makes: 5 s of warm-up and two phases of 20 s, ten users a second. */
class RecordedRunTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;
  private Path tideline;
  private Path log;
  private Duration elapsed = Duration.ZERO;

  /** What the watcher's clock shows. */
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return Instant.ofEpochMilli(LiveSamples.ORIGIN).plus(elapsed);
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  @BeforeEach
  void plan() throws IOException {
    tideline = Files.createDirectory(folder.resolve("tideline"));
    log = folder.resolve("simulation.log");
    PlanJson.write(LiveSamples.plan(), tideline.resolve(PlanJson.FILE_NAME));
  }

  private StartLogWriter starts(int count) throws IOException {
    StartLogWriter writer =
        new StartLogWriter(tideline.resolve(StartLog.FILE_NAME), LiveSamples.ORIGIN);
    for (int k = 0; k < count; k++) {
      writer.started(k, k * SECOND / 10, k * SECOND / 10);
    }
    writer.flush();
    return writer;
  }

  private static LoadState load(LiveRun run) {
    return Objects.requireNonNull(run.look().load());
  }

  @Test
  void itsPhasesItsUsersAgainstPlanAndItsPromisesAreThoseOfItsPlan() throws IOException {
    LogBytes bytes = LogBytes.withRun();
    LiveSamples.request(bytes, 4_000, 10, "no");
    LiveSamples.request(bytes, 6_000, 10, "no");
    Files.write(log, bytes.bytes());
    starts(70).close();
    elapsed = Duration.ofSeconds(7);
    LiveSubject subject = LiveSubject.recorded(log, clock);
    assertThat(subject.scenario()).isEqualTo("test");
    LiveRun run = new LiveRun(subject, List.of());
    assertThat(load(run))
        .returns("running", LoadState::state)
        .returns("first", LoadState::phase)
        .returns(18.0, LoadState::phaseLeftSeconds)
        .returns(38.0, LoadState::leftSeconds)
        .returns(70L, LoadState::due)
        .returns(70L, LoadState::started);
    SloState errors = run.state().slos().get(0);
    assertThat(errors).returns(1L, SloState::total).returns(1L, SloState::bad);
    assertThat(errors.burnt()).isCloseTo(1 / (0.01 * 1 / 0.05), within(1e-9));
  }

  @Test
  void aPauseThatIsRecordedMeanwhileShiftsThePhasesAndTheEndIsSeen() throws IOException {
    try (StartLogWriter writer = starts(60)) {
      LiveRun run = new LiveRun(LiveSubject.recorded(log, clock), List.of());
      elapsed = Duration.ofSeconds(6);
      assertThat(load(run)).returns("running", LoadState::state);
      EventLog events = new EventLog(tideline.resolve(EventLog.FILE_NAME));
      events.append(new RunEvent(6 * SECOND, Kind.PAUSE, 1, "by hand"));
      elapsed = Duration.ofSeconds(9);
      assertThat(load(run))
          .returns("paused", LoadState::state)
          .returns(0.0, LoadState::plannedRate)
          .returns(60L, LoadState::due);
      events.append(new RunEvent(10 * SECOND, Kind.RESUME, 1, "by hand"));
      elapsed = Duration.ofSeconds(28);
      assertThat(load(run))
          .returns("first", LoadState::phase)
          .returns(1.0, LoadState::phaseLeftSeconds);
      assertThat(load(run).events()).containsEntry("pause", 1L).containsEntry("stop", 0L);
      writer.end(Ending.COMPLETED, 49 * SECOND);
      elapsed = Duration.ofHours(5);
      assertThat(load(run))
          .returns("ended", LoadState::state)
          .returns(49.0, LoadState::elapsedSeconds)
          .returns(60L, LoadState::started);
    }
  }

  @Test
  void withoutARecordOfStartsItIsOnePhaseWithThePlansPromises() throws IOException {
    LogBytes bytes = LogBytes.withRun();
    LiveSamples.request(bytes, 1_000, 10, "no");
    Files.write(log, bytes.bytes());
    LiveSubject subject = LiveSubject.recorded(log, clock);
    LiveState state = new LiveRun(subject, List.of()).look();
    assertThat(state.load()).isNull();
    assertThat(state.slos().get(0)).returns(1L, SloState::bad).returns("broken", SloState::word);
    assertThat(state.slos().get(0).burnt()).isNaN();
  }

  @Test
  void aRunHasBegunOnceThereIsALogOrARecordOfStarts() throws IOException {
    assertThat(LiveSubject.hasBegun(log)).isFalse();
    starts(0).close();
    assertThat(LiveSubject.hasBegun(log)).isTrue();
    Path other = Files.write(folder.resolve("other.log"), new byte[] {0});
    assertThat(LiveSubject.hasBegun(other)).isTrue();
  }

  @Test
  void aPlanThatCannotBeReadIsOneSentence() throws IOException {
    Path plan = Files.writeString(tideline.resolve(PlanJson.FILE_NAME), "{}");
    assertThatThrownBy(() -> LiveSubject.recorded(log, clock))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(plan + ": schema is ");
  }
}
