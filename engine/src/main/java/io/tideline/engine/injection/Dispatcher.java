package io.tideline.engine.injection;

import io.gatling.core.CoreComponents;
import io.gatling.core.controller.Controller$Command$Crash;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the arrivals of all journeys, in order, to the event loops as timers, a little ahead of
 * their due times. Gatling's injector drives it from one thread, about once a second, through any
 * of the workloads.
 */
final class Dispatcher {
  private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);

  /**
   * From the first workload to arrival 0: time for all workloads to be made and timers to be set.
   */
  private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** How far ahead timers are set; the injector calls again well before they run out. */
  private static final long HORIZON_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);

  private final Schedule schedule;
  private final Path resultsRoot;
  private final long[] lastArrivals;
  private final @Nullable ScheduledWorkload[] workloads;
  private final AtomicLong active = new AtomicLong();

  private volatile long nextArrival;
  private volatile @Nullable Started started;
  private volatile boolean stopped;

  Dispatcher(Schedule schedule, Path resultsRoot) {
    this.schedule = schedule;
    this.resultsRoot = resultsRoot;
    this.lastArrivals = schedule.lastArrivals();
    this.workloads = new ScheduledWorkload[lastArrivals.length];
  }

  Schedule schedule() {
    return schedule;
  }

  Optional<Path> resultsFolder() {
    return Optional.ofNullable(started).map(Started::folder);
  }

  /** Makes a journey's workload known; the first one starts the run's clock and its record. */
  void register(int journey, ScheduledWorkload workload, CoreComponents gatling) {
    if (started == null) {
      start(gatling);
    }
    workloads[journey] = workload;
  }

  private void start(CoreComponents gatling) {
    long originNanos = System.nanoTime() + LEAD_NANOS;
    long originMillis = System.currentTimeMillis() + TimeUnit.NANOSECONDS.toMillis(LEAD_NANOS);
    try {
      Path folder = RunFolder.of(gatling.statsEngine(), resultsRoot);
      Path results = Files.createDirectories(folder.resolve(LoadRun.RESULTS));
      PlanJson.write(schedule.plan(), results.resolve(PlanJson.FILE_NAME));
      StartLogWriter log = new StartLogWriter(results.resolve(StartLog.FILE_NAME), originMillis);
      started = new Started(folder, originNanos, log, gatling);
      gatling.eventLoopGroup().scheduleAtFixedRate(() -> flush(log), 1, 1, TimeUnit.SECONDS);
    } catch (IOException e) {
      stopped = true;
      gatling.controller().$bang(new Controller$Command$Crash(e));
    }
  }

  private static void flush(StartLogWriter log) {
    try {
      log.flush();
    } catch (IOException e) {
      LOGGER.error("{} cannot be written: {}", StartLog.FILE_NAME, e.getMessage());
    }
  }

  /** Whether a journey gets no arrival at all. */
  boolean isEmpty(int journey) {
    return stopped || lastArrivals[journey] < 0;
  }

  /** Whether all arrivals of a journey have been handed over. */
  boolean isDone(int journey) {
    return stopped || nextArrival > lastArrivals[journey];
  }

  /** Sets timers for all arrivals up to the horizon. */
  void advance(EventLoopGroup group) {
    Started run = started;
    if (run == null || stopped) {
      return;
    }
    long horizon = System.nanoTime() - run.originNanos() + HORIZON_NANOS;
    for (long k = nextArrival; k < schedule.arrivals(); k++) {
      long due = schedule.dueNanos(k);
      if (due > horizon) {
        return;
      }
      hand(k, due, group.next());
      nextArrival = k + 1;
    }
  }

  private void hand(long arrival, long due, EventLoop eventLoop) {
    ScheduledWorkload workload = workloads[schedule.journeyOf(arrival)];
    Started run = started;
    if (workload == null || run == null) {
      throw new IllegalStateException("arrival " + arrival + " before its journey's workload");
    }
    workload.handed();
    active.incrementAndGet();
    Runnable start =
        () -> {
          run.log().started(arrival, due, System.nanoTime() - run.originNanos());
          workload.start(arrival, eventLoop);
        };
    try {
      long delay = due - (System.nanoTime() - run.originNanos());
      eventLoop.schedule(start, Math.max(0, delay), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException shutDown) {
      LOGGER.debug("arrival {} not started: the event loop has shut down", arrival, shutDown);
    }
  }

  void ended() {
    active.decrementAndGet();
  }

  void interrupt() {
    stopped = true;
    Started run = started;
    if (run != null) {
      run.gatling()
          .controller()
          .$bang(new Controller$Command$StopLoadGenerator("interrupted", false));
    }
  }

  Ending close() {
    boolean all = nextArrival == schedule.arrivals() && active.get() == 0 && !stopped;
    Ending ending = all ? Ending.COMPLETED : Ending.INTERRUPTED;
    Started run = started;
    if (run != null) {
      try (StartLogWriter log = run.log()) {
        log.end(ending, System.nanoTime() - run.originNanos());
      } catch (IOException e) {
        LOGGER.error("{} cannot be written: {}", StartLog.FILE_NAME, e.getMessage());
      }
    }
    return ending;
  }

  /** What is known from the first workload on. */
  private record Started(
      Path folder, long originNanos, StartLogWriter log, CoreComponents gatling) {}
}
