package io.tideline.engine.injection;

import io.gatling.core.CoreComponents;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.tideline.engine.health.HealthLog;
import io.tideline.engine.health.HealthMeter;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.live.SteeredLoad;
import io.tideline.engine.pilot.Place;
import io.tideline.engine.pilot.StartTally;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.resource.Consumption;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceWatch;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLogWriter;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogWriter;
import io.tideline.engine.schedule.Steering;
import io.tideline.engine.show.LiveShow;
import io.tideline.engine.simlog.SimulationLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run has from its first instant on: its folder, its clock, its records. */
final class Performance {
  private static final Logger LOGGER = LoggerFactory.getLogger(Performance.class);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Path folder;
  private final CoreComponents gatling;
  private final Steering steering;
  private final Dispatcher dispatcher;
  private final StartLogWriter starts;
  private final LateLogWriter late;
  private final LateUsers lateUsers;
  private final StartTally tally = new StartTally();
  private final EventLog events;
  private final HealthMeter meter;
  private final HealthLog health;
  private final Optional<ResourceWatch> resources;
  private final long originMillis;
  private final LongAdder started = new LongAdder();
  private final LateStarts lateStarts;
  private final LagRelay lags = new LagRelay();
  private volatile @Nullable LiveShow show;

  /**
   * Opens the records; the clock's first instant is a little ahead.
   *
   * @param folder Gatling's results folder of the run
   * @param users by index of the journey
   */
  Performance(Path folder, CoreComponents gatling, Schedule schedule, List<JourneyUsers> users)
      throws IOException {
    this.folder = folder;
    this.gatling = gatling;
    Path results = Files.createDirectories(folder.resolve(LoadRun.RESULTS));
    PlanJson.write(schedule.plan(), results.resolve(PlanJson.FILE_NAME));
    events = new EventLog(results.resolve(EventLog.FILE_NAME));
    health = new HealthLog(results.resolve(HealthLog.FILE_NAME));
    meter = new HealthMeter(this::queued);
    steering = new Steering(schedule);
    // Gatling's clock, which its log counts by: the machine's may be set after Gatling has begun.
    originMillis = gatling.clock().nowMillis() + TimeUnit.NANOSECONDS.toMillis(WarmUp.LENGTH_NANOS);
    long originNanos = System.nanoTime() + WarmUp.LENGTH_NANOS;
    lateStarts = new LateStarts(schedule, LOGGER::warn);
    starts = new StartLogWriter(results.resolve(StartLog.FILE_NAME), originMillis);
    late = new LateLogWriter(results.resolve(LateLog.FILE_NAME));
    lateUsers = new LateUsers(late);
    lateUsers.listenTo(gatling.statsEngine());
    dispatcher = new Dispatcher(steering, gatling, this::started, originNanos, users);
    resources = ResourceWatch.start(schedule.plan(), dispatcher::now, results);
  }

  Path folder() {
    return folder;
  }

  CoreComponents gatling() {
    return gatling;
  }

  Steering steering() {
    return steering;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Notes what users do who start late. */
  LateUsers lateUsers() {
    return lateUsers;
  }

  /** Where a search goes on in this run, whose plan has one. */
  Place place() {
    return new Place(
        steering.schedule().plan(),
        new SteeredSearch(this),
        folder.resolve(SimulationLog.FILE_NAME),
        originMillis);
  }

  /** What the target consumed from one instant of the run to another. */
  List<Consumption> consumed(long fromNanos, long toNanos) {
    return resources.map(watch -> watch.window().between(fromNanos, toNanos)).orElse(List.of());
  }

  /** Counts starts for a search. */
  StartTally tally() {
    return tally;
  }

  private void started(long arrival, long dueNanos, long startNanos) {
    starts.started(arrival, dueNanos, startNanos);
    tally.started(dueNanos, startNanos);
    lateStarts.started(arrival, dueNanos, startNanos);
    started.increment();
    lags.started(startNanos - dueNanos);
  }

  /** How many users have started. */
  long started() {
    return started.sum();
  }

  /** Tells {@code live} of starts and of the generator's health from now on. */
  void showOn(LiveShow live) {
    show = live;
    lags.to(live.metrics()::started);
  }

  /** What can be shown of this run. */
  LiveSubject subject() {
    SteeredLoad load = new SteeredLoad(() -> steering, dispatcher::now, this::started);
    return LiveSubject.of(folder, steering.schedule().plan(), load, originMillis);
  }

  /** A watch for SLOs that are to stop the run, or nothing if none is. */
  Optional<SloWatch> sloWatch() {
    Path log = folder.resolve(SimulationLog.FILE_NAME);
    return SloWatch.isNeeded(steering)
        ? Optional.of(new SloWatch(log, steering, originMillis, dispatcher::now))
        : Optional.empty();
  }

  /** Lets an event take effect now and records it. */
  void steer(RunEvent.Kind kind, double factor, String reason) {
    RunEvent event = dispatcher.steer(kind, factor, reason);
    keep(EventLog.FILE_NAME, () -> events.append(event));
  }

  /** Records what happens to a fault. */
  void note(RunEvent event) {
    dispatcher.note(event);
    keep(EventLog.FILE_NAME, () -> events.append(event));
  }

  /** Wall clock at the run's first instant. */
  long originMillis() {
    return originMillis;
  }

  /** Writes what has gathered in memory; to be called about once a second. */
  void flush() {
    keep(StartLog.FILE_NAME, starts::flush);
    keep(LateLog.FILE_NAME, late::flush);
    HealthSample sample = meter.sample(dispatcher.now() / NANOS_PER_SECOND);
    if (sample.atSeconds() >= 0) {
      LiveShow shown = show;
      if (shown != null) {
        shown.health(sample);
      }
      keep(HealthLog.FILE_NAME, () -> health.write(sample));
    }
  }

  void close(Ending ending) {
    resources.ifPresent(watch -> keep(ResourceLog.FILE_NAME, watch::close));
    keep(
        StartLog.FILE_NAME,
        () -> {
          try (starts;
              late;
              health;
              meter) {
            starts.end(ending, dispatcher.now());
          }
        });
  }

  private int queued() {
    int most = 0;
    for (EventExecutor loop : gatling.eventLoopGroup()) {
      if (loop instanceof SingleThreadEventExecutor single) {
        most = Math.max(most, single.pendingTasks());
      }
    }
    return most;
  }

  /** A record that cannot be written must not end the run; the analysis finds it incomplete. */
  private static void keep(String name, Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      LOGGER.error("{} cannot be written: {}", name, e.getMessage());
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
