package io.tideline.engine.injection;

import io.gatling.core.CoreComponents;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.schedule.StartLog.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conducts one run inside Gatling from the first journey to the last user: keeps the dispatcher
 * going, and tells Gatling's controller when all is over. Gatling's own injector only counts users;
 * it is never told that all are scheduled, because under steering nobody knows that beforehand.
 */
final class Conductor {
  private static final Logger LOGGER = LoggerFactory.getLogger(Conductor.class);
  private static final long TICK_MILLIS = 100;
  private static final long FLUSH_TICKS = 10;
  private static final long WATCH_MILLIS = 500;
  private static final String TOO_EARLY = "interrupted before the first user";

  /**
   * How long the last users may take, with every request up to its timeout; after it the run ends
   * without them.
   */
  private static final long GRACE_NANOS = TimeUnit.MINUTES.toNanos(12);

  private final Schedule schedule;
  private final Path resultsRoot;
  private final Consumer<Path> whenStarted;
  private final GatlingBridge bridge = GatlingRelease.bridgeOfClassPath();
  private final List<JourneyUsers> journeys = new ArrayList<>();

  /** Not an event loop: what is done here would hold up the users that an event loop starts. */
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          new DefaultThreadFactory("tideline-conductor", true));

  private volatile @Nullable Performance performance;
  private volatile Ending ending = Ending.INTERRUPTED;
  private volatile boolean over;
  private long ticks;

  Conductor(Schedule schedule, Path resultsRoot, Consumer<Path> whenStarted) {
    this.schedule = schedule;
    this.resultsRoot = resultsRoot;
    this.whenStarted = whenStarted;
  }

  Schedule schedule() {
    return schedule;
  }

  GatlingBridge bridge() {
    return bridge;
  }

  Optional<Performance> performance() {
    return Optional.ofNullable(performance);
  }

  /**
   * Makes a journey's users known. Gatling makes them all before any user; the last one starts the
   * run.
   */
  synchronized void register(JourneyUsers users, CoreComponents gatling) {
    journeys.add(users);
    if (journeys.size() == schedule.plan().mix().journeys().size()) {
      start(gatling);
    }
  }

  private void start(CoreComponents gatling) {
    if (over) {
      gatling.controller().$bang(bridge.stopped(TOO_EARLY));
      return;
    }
    try {
      Path folder = RunFolder.of(gatling.statsEngine(), resultsRoot);
      List<JourneyUsers> byJourney = new ArrayList<>(journeys);
      byJourney.sort(Comparator.comparingInt(JourneyUsers::journey));
      Performance started = new Performance(folder, gatling, schedule, byJourney);
      performance = started;
      WarmUp.start(gatling, bridge, started.dispatcher().originNanos());
      thread.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
      started.sloWatch().ifPresent(this::watch);
      whenStarted.accept(folder.resolve(LoadRun.RESULTS));
    } catch (IOException e) {
      LOGGER.error("the run cannot start: {}", e.getMessage());
      gatling.controller().$bang(bridge.crashed(e));
    }
  }

  /** Reads the log on a thread of its own, so that no user waits for the disk. */
  private void watch(SloWatch watch) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!over) {
                  watch.look().ifPresent(abort -> end(Ending.ABORTED, abort.sentence()));
                  Thread.sleep(WATCH_MILLIS);
                }
              } catch (IOException | RuntimeException e) {
                LOGGER.error("no SLO can stop this run any more: {}", e.toString());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "tideline-slo-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void tick() {
    Performance run = performance;
    if (run == null || over) {
      return;
    }
    try {
      goOn(run);
    } catch (RuntimeException e) {
      LOGGER.error("the run cannot go on", e);
      end(Ending.INTERRUPTED, "the run cannot go on: " + e);
    }
  }

  private void goOn(Performance run) {
    run.dispatcher().advance();
    if (++ticks % FLUSH_TICKS == 0) {
      run.flush();
    }
    long now = run.dispatcher().now();
    boolean allLeft = run.dispatcher().active() == 0;
    if (run.steering().isOver(now) && allLeft) {
      over = true;
      ending = run.steering().wasStopped() ? Ending.STOPPED : Ending.COMPLETED;
      run.gatling().controller().$bang(bridge.completed());
    } else if (run.steering().isOver(now - GRACE_NANOS)) {
      LOGGER.warn("{} users had not left after the grace time", run.dispatcher().active());
      end(Ending.INTERRUPTED, "users had not left after the grace time");
    }
  }

  /** A scenario's name as the session of a user is to have it who starts so late. */
  String nameFor(String scenario, long lagNanos) {
    Performance run = performance;
    return run == null ? scenario : run.lateUsers().nameFor(scenario, lagNanos);
  }

  void ended() {
    Performance run = performance;
    if (run != null) {
      run.dispatcher().ended();
    }
  }

  /** Ends the run at once and in order, whoever is under way. */
  void end(Ending why, String reason) {
    if (over) {
      return;
    }
    over = true;
    ending = why;
    Performance run = performance;
    if (run != null) {
      if (why == Ending.ABORTED) {
        run.steer(RunEvent.Kind.ABORT, 1, reason);
      }
      run.gatling().controller().$bang(bridge.stopped(reason));
    }
  }

  Ending close() {
    over = true;
    thread.shutdown();
    performance().ifPresent(run -> run.close(ending));
    return ending;
  }
}
