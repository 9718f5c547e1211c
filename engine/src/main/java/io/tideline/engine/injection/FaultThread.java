package io.tideline.engine.injection;

import io.tideline.engine.fault.FaultRun;
import io.tideline.engine.fault.KeeperProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread on which the faults of a run begin and end, so that no user waits for them. */
final class FaultThread implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(FaultThread.class);
  private static final long STEP_MILLIS = 20;
  private static final long LONGEST_CLOSE_MILLIS = 5_000;

  private final Thread thread;
  private final FaultRun faults;
  private volatile boolean closing;

  private FaultThread(FaultRun faults, BrokenLoad run) {
    this.faults = faults;
    this.thread = new Thread(() -> go(run), "tideline-faults");
  }

  /**
   * Begins to watch over the faults of a run.
   *
   * @param results the run's folder of Tideline's files
   */
  static FaultThread start(BrokenLoad run, KeeperProcess keeper, Path results) throws IOException {
    FaultThread started = new FaultThread(FaultRun.of(run, keeper, results), run);
    started.thread.setDaemon(true);
    started.thread.start();
    return started;
  }

  private void go(BrokenLoad run) {
    try {
      while (!closing) {
        faults.step();
        Thread.sleep(STEP_MILLIS);
      }
    } catch (IOException | RuntimeException e) {
      LOGGER.error("the faults cannot go on", e);
      run.stop("the faults cannot go on: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what is still broken. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(LONGEST_CLOSE_MILLIS);
      faults.close();
    } catch (IOException e) {
      LOGGER.error("the record of the proxies cannot be closed: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
