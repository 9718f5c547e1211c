package io.tideline.engine.live;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartsSoFar;
import io.tideline.engine.schedule.Steering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The load of a run that another process makes, as that one's records in {@code tideline} tell: its
 * plan, what was done to it, and whom it has started up to about a second ago. A record that cannot
 * be read for the moment changes nothing.
 */
final class RecordedLoad implements LoadSource {
  private final Path starts;
  private final EventLog events;
  private final Schedule schedule;
  private final Clock clock;
  private final SteeredLoad load;
  private volatile StartsSoFar soFar;
  private long eventBytes = -1;
  private Steering steering;

  private RecordedLoad(Path tideline, Plan plan, StartsSoFar soFar, Clock clock) {
    this.starts = tideline.resolve(StartLog.FILE_NAME);
    this.events = new EventLog(tideline.resolve(EventLog.FILE_NAME));
    this.schedule = Schedule.of(plan);
    this.clock = clock;
    this.soFar = soFar;
    this.steering = Steering.replay(schedule, List.of());
    this.load = new SteeredLoad(this::steering, this::now, () -> this.soFar.starts());
  }

  /**
   * The load that the records in a run's {@code tideline} folder tell of; empty while there is no
   * record of starts.
   *
   * @throws IOException when that record is none
   */
  static Optional<RecordedLoad> of(Path tideline, Plan plan, Clock clock) throws IOException {
    return StartsSoFar.of(tideline.resolve(StartLog.FILE_NAME))
        .map(soFar -> new RecordedLoad(tideline, plan, soFar, clock));
  }

  /** Wall clock at the run's first instant. */
  long originEpochMillis() {
    return soFar.epochMillis();
  }

  private long now() {
    return soFar
        .endNanos()
        .orElseGet(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis() - soFar.epochMillis()));
  }

  private synchronized Steering steering() {
    try {
      long bytes = Files.exists(events.file()) ? Files.size(events.file()) : 0;
      if (bytes != eventBytes) {
        steering = Steering.replay(schedule, events.read());
        eventBytes = bytes;
      }
    } catch (IOException stale) {
      // What was known of the run so far still holds.
    }
    return steering;
  }

  private void glance() {
    try {
      StartsSoFar.of(starts).ifPresent(seen -> soFar = seen);
    } catch (IOException stale) {
      // What was known of the run so far still holds.
    }
  }

  @Override
  public LoadState state() {
    glance();
    LoadState state = load.state();
    return soFar.endNanos().isPresent() ? state.ended() : state;
  }

  @Override
  public long phaseStartNanos(int phase) {
    return load.phaseStartNanos(phase);
  }

  @Override
  public long dueBefore(long nanos) {
    return load.dueBefore(nanos);
  }

  @Override
  public double progress(@Nullable String phase) {
    return load.progress(phase);
  }
}
