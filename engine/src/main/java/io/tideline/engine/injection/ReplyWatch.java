package io.tideline.engine.injection;

import io.gatling.http.response.Response;
import io.tideline.engine.reply.ReplyCounts;
import io.tideline.engine.reply.ReplyKind;
import io.tideline.engine.reply.ReplyLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the replies of a run tell of caches, and which accounts its sessions use, for a plan
 * that promises something of a cache. Without such a plan there is none, and nothing is counted.
 */
public final class ReplyWatch implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(ReplyWatch.class);
  private static final double NANOS_PER_SECOND = 1e9;

  private final ReplyCounts counts = new ReplyCounts();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "tideline-replies");
            made.setDaemon(true);
            return made;
          });
  private @Nullable ReplyLog log;
  private @Nullable LongSupplier nowNanos;

  /** A session begins to use an account; the journeys say so. */
  public void begin(String account) {
    counts.begin(account);
  }

  /** A session has done with its account. */
  public void end(String account) {
    counts.end(account);
  }

  /** Counts a reply; on the event loop that it came on. */
  void count(Response response) {
    counts.reply(ReplyKind.of(response.status().code(), name -> response.headers().get(name)));
    if (response.request().getMethod().name().equals("GET")) {
      counts.read(response.request().getUri().toUrl());
    }
  }

  /** Begins to write, a line each second. */
  synchronized void start(Path results, LongSupplier clock) throws IOException {
    log = new ReplyLog(results.resolve(ReplyLog.FILE_NAME));
    nowNanos = clock;
    thread.scheduleAtFixedRate(this::write, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void write() {
    ReplyLog open = log;
    LongSupplier clock = nowNanos;
    if (open == null || clock == null) {
      return;
    }
    double seconds = clock.getAsLong() / NANOS_PER_SECOND;
    if (seconds >= 0) {
      try {
        open.write(counts.take(seconds));
      } catch (IOException e) {
        LOGGER.error("{} cannot be written: {}", ReplyLog.FILE_NAME, e.getMessage());
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    thread.shutdownNow();
    write();
    ReplyLog open = log;
    if (open != null) {
      open.close();
      log = null;
    }
  }
}
