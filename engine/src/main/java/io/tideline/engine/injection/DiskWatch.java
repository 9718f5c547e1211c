package io.tideline.engine.injection;

import io.tideline.engine.health.FreeSpace;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.StartLog.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a run before its disk is full: a log that could not be written to its end could not be
 * judged. At the plan's reserve no more users come and those under way finish; at a quarter of it
 * the run ends at once. What was recorded stays.
 */
final class DiskWatch implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(DiskWatch.class);
  private static final long FIRST_SECONDS = 5;
  private static final long EVERY_SECONDS = 2;

  private final Conductor conductor;
  private final Performance run;
  private final Path folder;
  private final FreeSpace space;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "tideline-disk");
            made.setDaemon(true);
            return made;
          });

  private DiskWatch(Conductor conductor, Performance run, Path folder) {
    this.conductor = conductor;
    this.run = run;
    this.folder = folder;
    this.space = new FreeSpace(conductor.schedule().plan().disk().keepFree());
  }

  static DiskWatch start(Conductor conductor, Performance run, Path folder) {
    DiskWatch watch = new DiskWatch(conductor, run, folder);
    watch.thread.scheduleWithFixedDelay(
        watch::look, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return watch;
  }

  private void look() {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      switch (space.at(free)) {
        case ENOUGH -> {}
        case LOW -> stop(space.sentence(free));
        case NONE -> {
          stop(space.sentence(free));
          conductor.end(Ending.INTERRUPTED, space.sentence(free));
          thread.shutdown();
        }
      }
    } catch (IOException | RuntimeException e) {
      LOGGER.warn("nobody knows how much of the disk is free: {}", e.toString());
    }
  }

  private void stop(String sentence) {
    if (!run.steering().wasStopped() && !run.steering().isOver(run.dispatcher().now())) {
      LOGGER.error("the run is stopped: {}", sentence);
      run.steer(Kind.STOP, 1, sentence);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
