package io.tideline.engine.show;

import io.tideline.engine.control.ControlRoutes;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LiveState;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.metrics.LiveMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a run while it goes on, on a thread of its own that no user waits for: reads on in the log
 * twice a second, keeps the metrics, tells the page and the terminal. Nothing that fails here ends
 * the run.
 */
public final class LiveShow implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(LiveShow.class);
  private static final long LOOK_MILLIS = 500;
  private static final long LONGEST_STOP_MILLIS = 10_000;

  private final LiveMetrics metrics;
  private final LiveRun run;
  private final LiveServer server;
  private final PageFeed page;
  private final Progress progress;
  private final Thread thread = new Thread(this::work, "tideline-live");
  private volatile @Nullable HealthSample health;
  private volatile @Nullable Annotations annotations;
  private volatile boolean stopped;
  private volatile @Nullable Path file;
  private boolean failed;

  /**
   * Begins to show a run.
   *
   * @param server where
   * @param progress what the terminal shows
   */
  public LiveShow(LiveSubject subject, LiveServer server, Progress progress) {
    this(subject, new LiveMetrics(subject), server, progress);
  }

  /** The same with metrics of the same subject that are sent elsewhere as well. */
  public LiveShow(LiveSubject subject, LiveMetrics metrics, LiveServer server, Progress progress) {
    this.metrics = metrics;
    this.run = new LiveRun(subject, metrics.listeners());
    this.server = server;
    this.page = new PageFeed(run, server.routes());
    this.progress = progress;
    metrics.bind(run, Clock.systemUTC());
    thread.setDaemon(true);
  }

  /** Begins. */
  public LiveShow start() {
    server.routes().metrics(metrics::scrape);
    thread.start();
    return this;
  }

  /**
   * Begins, and says so in {@link LiveFile} until the end.
   *
   * @param folder the run's {@code tideline} folder
   */
  public LiveShow start(Path folder) throws IOException {
    Path written = folder.resolve(LiveFile.FILE_NAME);
    new LiveFile(server.url(), ProcessHandle.current().pid()).write(written);
    file = written;
    return start();
  }

  /** Lets the page steer the run as well. */
  public void steeredBy(ControlRoutes controls) {
    server.routes().controls(controls);
  }

  /** Tells a Grafana of phases and changes as well. */
  public void annotating(Annotations told) {
    annotations = told;
  }

  private void annotate(LiveState state) {
    Annotations told = annotations;
    if (told != null) {
      told.tell(state);
    }
  }

  /** The run's metrics, to which more may be added. */
  public LiveMetrics metrics() {
    return metrics;
  }

  /** How the run stood when it was last looked at. */
  public LiveState state() {
    return run.state();
  }

  /** To be told each sample of the generator's health. */
  public void health(HealthSample sample) {
    health = sample;
    metrics.health(sample);
  }

  private void work() {
    try {
      for (long look = 1; !stopped; look++) {
        look(look % 2 == 0);
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(boolean tell) {
    try {
      LiveState state = run.look();
      if (tell) {
        page.tell(health);
        progress.show(state);
        annotate(state);
      }
    } catch (RuntimeException e) {
      if (!failed) {
        failed = true;
        LOGGER.warn("the run goes on, but what is shown of it may be wrong: {}", e.toString(), e);
      }
    }
  }

  /**
   * Reads the log to its end, which it must have; what is shown stays as it then is. Calls after
   * the first do nothing.
   */
  public synchronized void end() {
    if (stopped) {
      return;
    }
    stopped = true;
    thread.interrupt();
    try {
      thread.join(LONGEST_STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      run.end();
      page.tell(health);
      progress.end(run.state());
    } catch (RuntimeException e) {
      LOGGER.warn("the last of the run was not shown: {}", e.toString());
    }
  }

  /** Ends it, and with it the server. */
  @Override
  public void close() {
    end();
    server.close();
    metrics.close();
    Path written = file;
    try {
      if (written != null) {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      LOGGER.warn("{} is left: {}", written, e.getMessage());
    }
  }
}
