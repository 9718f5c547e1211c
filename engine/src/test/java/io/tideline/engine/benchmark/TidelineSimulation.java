package io.tideline.engine.benchmark;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.schedule.Schedule;
import io.tideline.engine.show.LiveServer;
import io.tideline.engine.show.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The load as Tideline has it: a schedule. */
public final class TidelineSimulation extends BenchmarkSimulation {
  /** Whether the run is shown while it goes on, and scraped. */
  static final String LIVE = "benchmark.live";

  /** File with the share of processor time that the threads take which show the run. */
  static final String SHOWING_FILE = "showing";

  private static final String SHOWING = "tideline-live";
  private static final long SCRAPE_SECONDS = 2;

  private final ThreadTime time = new ThreadTime();
  private final LoadRun run = new LoadRun(schedule(load()), folder(), Integer.MAX_VALUE);

  {
    if (Boolean.getBoolean(LIVE)) {
      show();
    }
    setUp(run.populations(Map.of("users", users()))).protocols(protocol());
  }

  static Schedule schedule(List<Stretch> load) {
    Phase[] phases =
        load.stream()
            .map(
                stretch ->
                    Plans.hold(
                        stretch.toString(), stretch.rate(), Duration.ofSeconds(stretch.seconds())))
            .toArray(Phase[]::new);
    return Schedule.of(Plans.of(1, new Mix(Map.of("users", 1)), phases));
  }

  /** As a run of ours is shown; scraped from within, which makes it look dearer than it is. */
  private void show() {
    try {
      LiveServer server = LiveServer.open("127.0.0.1", 0);
      run.shownOn(server, Progress.OFF);
      URL metrics = URI.create(server.url() + "/metrics").toURL();
      Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("scraper", true))
          .scheduleAtFixedRate(
              () -> scrape(metrics), SCRAPE_SECONDS, SCRAPE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void scrape(URL metrics) {
    try (InputStream in = metrics.openStream()) {
      in.readAllBytes();
    } catch (IOException notYet) {
      // The run has not begun, or it is over.
    }
  }

  @Override
  public void after() {
    try {
      Files.writeString(folder().resolve(SHOWING_FILE), Double.toString(time.share(SHOWING)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    leaveOrigin(SharedClock.ofNanoTime(run.originNanos().orElseThrow()));
    run.close();
  }
}
