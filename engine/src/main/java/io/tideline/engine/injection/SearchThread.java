package io.tideline.engine.injection;

import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.pilot.SearchJournal;
import io.tideline.engine.pilot.SearchPilot;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.UserLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread on which the search of a run goes on, so that no user waits for it. */
final class SearchThread implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(SearchThread.class);
  private static final long LONGEST_CLOSE_MILLIS = 2_000;

  private final Thread thread;

  private SearchThread(Thread thread) {
    this.thread = thread;
  }

  /**
   * Begins the search of {@code run}.
   *
   * @param users limit on those that come
   * @param results the run's folder of Tideline's files
   */
  static SearchThread start(Performance run, UserLimit users, Path results) {
    Plan plan = run.place().plan();
    CapacityFile file = new CapacityFile(results.resolve(CapacityFile.FILE_NAME));
    SearchJournal journal = new SearchJournal(plan, file, System.out::println);
    SearchPilot pilot = new SearchPilot(run.place(), run.tally(), users, journal);
    Thread thread = new Thread(() -> search(pilot, warmUp(plan)), "tideline-search");
    thread.setDaemon(true);
    thread.start();
    return new SearchThread(thread);
  }

  private static void search(SearchPilot pilot, Duration warmUp) {
    try {
      pilot.search(warmUp.toNanos());
    } catch (IOException e) {
      LOGGER.error("the search cannot go on: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration warmUp(Plan plan) {
    return plan.load().phases().stream()
        .filter(Phase::warmUp)
        .map(Phase::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Ends the search; what it has found is kept. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(LONGEST_CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
