package io.tideline.reports.stats;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.origin.Origin;
import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.reply.ReplyLog;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.Steering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run besides its requests: what was planned, what changed it, how the generator
 * fared.
 *
 * @param plan what was planned; null when Tideline did not run it
 * @param origin what it was made with; null when nothing tells
 * @param steering what the events made of the plan; null without one
 * @param generator how the generator fared; null without a record of it
 * @param capacity what a search found; null without one
 * @param resources what the target consumed; null without a record of it
 * @param replies what the journeys' replies told of caches; null when nobody counted
 * @param aftermath what the records of its faults hold
 * @param problem what is wrong with the first record that could not be read; null if nothing is
 */
record Course(
    @Nullable Plan plan,
    @Nullable Origin origin,
    @Nullable Steering steering,
    @Nullable Generator generator,
    @Nullable CapacityRecord capacity,
    @Nullable ResourceRecorder resources,
    @Nullable ReplyRecorder replies,
    AftermathRecorder aftermath,
    @Nullable String problem) {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * The course as the records in {@code tideline}, a run's folder, have it. What cannot be read is
   * left out and named in {@link #problem}.
   */
  static Course of(@Nullable Plan plan, Path tideline) {
    Reading reading = new Reading();
    Path originFile = tideline.resolve(Origin.FILE_NAME);
    Origin origin = reading.of(originFile, () -> Origin.read(originFile));
    if (plan == null) {
      return new Course(
          null, origin, null, null, null, null, null, AftermathRecorder.NONE, reading.problem);
    }
    EventLog log = new EventLog(tideline.resolve(EventLog.FILE_NAME));
    Schedule schedule = Schedule.of(plan);
    Steering replayed = reading.of(log.file(), () -> Steering.replay(schedule, log.read()));
    Steering steering = replayed == null ? Steering.replay(schedule, List.of()) : replayed;
    CapacityFile capacity = new CapacityFile(tideline.resolve(CapacityFile.FILE_NAME));
    double measuredFrom = measuredFrom(plan, steering);
    return new Course(
        plan,
        origin,
        steering,
        reading.of(
            tideline.resolve(HealthLog.FILE_NAME),
            () -> Generator.read(tideline, plan.validity(), measuredFrom)),
        reading.of(capacity.file(), capacity::read),
        reading.of(
            tideline.resolve(ResourceLog.FILE_NAME),
            () -> ResourceRecorder.read(tideline, plan, measuredFrom)),
        reading.of(tideline.resolve(ReplyLog.FILE_NAME), () -> ReplyRecorder.read(tideline)),
        Objects.requireNonNullElse(
            reading.of(tideline, () -> AftermathRecorder.read(tideline, plan)),
            AftermathRecorder.NONE),
        reading.problem);
  }

  private interface Source<T> {
    @Nullable T read() throws IOException;
  }

  /** Reads one record after the other, and keeps the first thing that is wrong with them. */
  private static final class Reading {
    private @Nullable String problem;

    <T> @Nullable T of(Path file, Source<T> source) {
      try {
        return source.read();
      } catch (IOException | RuntimeException e) {
        problem = problem == null ? sentence(file, e) : problem;
        return null;
      }
    }

    /** What Tideline's own readers say names the file; what others throw does not. */
    private static String sentence(Path file, Exception e) {
      String message = String.valueOf(e.getMessage());
      return message.startsWith(file.toString())
          ? message
          : file + ": cannot be read: " + e.getClass().getSimpleName() + ", " + message;
    }
  }

  /** When the warm-up ends, in seconds since the run's first instant. */
  private static double measuredFrom(Plan plan, Steering steering) {
    int phase = 0;
    while (phase + 1 < plan.load().phases().size() && plan.load().phases().get(phase).warmUp()) {
      phase++;
    }
    return steering.phaseStartNanos(phase) / NANOS_PER_SECOND;
  }

  List<RunEvent> events() {
    return steering == null ? List.of() : steering.events();
  }
}
