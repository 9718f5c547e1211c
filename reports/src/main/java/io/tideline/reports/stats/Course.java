package io.tideline.reports.stats;

import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.pilot.CapacityRecord;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.Steering;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run besides its requests: what was planned, what changed it, how the generator
 * fared.
 *
 * @param plan what was planned; null when Tideline did not run it
 * @param steering what the events made of the plan; null without one
 * @param generator how the generator fared; null without a record of it
 * @param capacity what a search found; null without one
 */
record Course(
    @Nullable Plan plan,
    @Nullable Steering steering,
    @Nullable Generator generator,
    @Nullable CapacityRecord capacity) {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * The course as the records in {@code tideline}, a run's folder, have it.
   *
   * @throws IOException with file and line when a record is damaged
   */
  static Course of(@Nullable Plan plan, Path tideline) throws IOException {
    if (plan == null) {
      return new Course(null, null, null, null);
    }
    List<RunEvent> events = new EventLog(tideline.resolve(EventLog.FILE_NAME)).read();
    Steering steering = Steering.replay(Schedule.of(plan), events);
    CapacityFile capacity = new CapacityFile(tideline.resolve(CapacityFile.FILE_NAME));
    Generator generator = Generator.read(tideline, plan.validity(), measuredFrom(plan, steering));
    return new Course(plan, steering, generator, capacity.read());
  }

  /** When the warm-up ends, in seconds since the run's first instant. */
  private static double measuredFrom(Plan plan, Steering steering) {
    int phase = 0;
    while (plan.load().phases().get(phase).warmUp()) {
      phase++;
    }
    return steering.phaseStartNanos(phase) / NANOS_PER_SECOND;
  }

  List<RunEvent> events() {
    return steering == null ? List.of() : steering.events();
  }
}
