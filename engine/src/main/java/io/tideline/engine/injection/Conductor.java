package io.tideline.engine.injection;

import io.gatling.core.CoreComponents;
import io.gatling.core.controller.Controller$Command$Crash;
import io.gatling.core.controller.Controller$Command$RunTerminated$;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogWriter;
import io.tideline.engine.schedule.Steering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conducts one run inside Gatling from the first workload to the last user: opens its files, keeps
 * the dispatcher going, and tells Gatling's controller when all is over. Gatling's own injector
 * only counts users; it is never told that all are scheduled, because under steering nobody knows
 * that beforehand.
 */
final class Conductor {
  private static final Logger LOGGER = LoggerFactory.getLogger(Conductor.class);

  /** From the last workload to arrival 0: time for the first timers to be set. */
  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final long TICK_MILLIS = 100;
  private static final long FLUSH_TICKS = 10;

  /** How long the last users may take; after it the run ends without them. */
  private static final long GRACE_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final Schedule schedule;
  private final Path resultsRoot;
  private final List<ScheduledWorkload> workloads = new ArrayList<>();

  private volatile @Nullable Performance performance;
  private volatile boolean interrupted;
  private volatile boolean over;
  private long ticks;

  Conductor(Schedule schedule, Path resultsRoot) {
    this.schedule = schedule;
    this.resultsRoot = resultsRoot;
  }

  Schedule schedule() {
    return schedule;
  }

  Optional<Path> resultsFolder() {
    return Optional.ofNullable(performance).map(Performance::folder);
  }

  /**
   * Makes a workload known. Gatling makes them in the order of the journeys and before any user;
   * the last one starts the run's clock.
   */
  synchronized void register(ScheduledWorkload workload, CoreComponents gatling) {
    workloads.add(workload);
    if (workloads.size() == schedule.plan().mix().journeys().size()) {
      start(gatling);
    }
  }

  private void start(CoreComponents gatling) {
    long originNanos = System.nanoTime() + LEAD_NANOS;
    long originMillis = System.currentTimeMillis() + TimeUnit.NANOSECONDS.toMillis(LEAD_NANOS);
    try {
      Path folder = RunFolder.of(gatling.statsEngine(), resultsRoot);
      Path results = Files.createDirectories(folder.resolve(LoadRun.RESULTS));
      PlanJson.write(schedule.plan(), results.resolve(PlanJson.FILE_NAME));
      StartLogWriter log = new StartLogWriter(results.resolve(StartLog.FILE_NAME), originMillis);
      Steering steering = new Steering(schedule);
      List<ScheduledWorkload> byJourney = new ArrayList<>(workloads);
      byJourney.sort((a, b) -> Integer.compare(a.journey(), b.journey()));
      Dispatcher dispatcher = new Dispatcher(steering, gatling, log, originNanos, byJourney);
      performance = new Performance(folder, gatling, log, steering, dispatcher);
      dispatcher.advance();
      gatling
          .eventLoopGroup()
          .scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      gatling.controller().$bang(new Controller$Command$Crash(e));
    }
  }

  private void tick() {
    Performance run = performance;
    if (run == null || over) {
      return;
    }
    run.dispatcher().advance();
    if (++ticks % FLUSH_TICKS == 0) {
      flush(run.log());
    }
    long now = run.dispatcher().now();
    boolean allLeft = run.dispatcher().active() == 0;
    if (run.steering().isOver(now) && allLeft) {
      over = true;
      run.gatling().controller().$bang(Controller$Command$RunTerminated$.MODULE$);
    } else if (run.steering().isOver(now - GRACE_NANOS)) {
      LOGGER.warn("{} users had not left after the grace time", run.dispatcher().active());
      interrupt();
    }
  }

  private static void flush(StartLogWriter log) {
    try {
      log.flush();
    } catch (IOException e) {
      LOGGER.error("{} cannot be written: {}", StartLog.FILE_NAME, e.getMessage());
    }
  }

  void ended() {
    Performance run = performance;
    if (run != null) {
      run.dispatcher().ended();
    }
  }

  void interrupt() {
    interrupted = true;
    over = true;
    Performance run = performance;
    if (run != null) {
      run.gatling()
          .controller()
          .$bang(new Controller$Command$StopLoadGenerator("interrupted", false));
    }
  }

  Ending close() {
    Ending ending = over && !interrupted ? Ending.COMPLETED : Ending.INTERRUPTED;
    over = true;
    Performance run = performance;
    if (run != null) {
      try (StartLogWriter log = run.log()) {
        log.end(ending, run.dispatcher().now());
      } catch (IOException e) {
        LOGGER.error("{} cannot be written: {}", StartLog.FILE_NAME, e.getMessage());
      }
    }
    return ending;
  }

  /** What there is once the run has started. */
  private record Performance(
      Path folder,
      CoreComponents gatling,
      StartLogWriter log,
      Steering steering,
      Dispatcher dispatcher) {}
}
