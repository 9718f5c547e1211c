package io.tideline.engine.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up each write of a run's ledger at the target, bounded in time and in rate. */
public final class WritesCheck {

  private static final Logger LOG = LoggerFactory.getLogger(WritesCheck.class);
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final WriteLookUp target;
  private final Bounds bounds;

  /**
   * How far a check may go.
   *
   * @param longest after which what is left counts as unchecked
   * @param perSecond look-ups at most
   * @param threads look-ups at one time
   */
  public record Bounds(Duration longest, int perSecond, int threads) {
    /** Kind to a target that has just been through something. */
    public static final Bounds USUAL = new Bounds(Duration.ofMinutes(2), 200, 8);
  }

  /** At this target, within bounds. */
  public WritesCheck(WriteLookUp target, Bounds bounds) {
    this.target = target;
    this.bounds = bounds;
  }

  /** Looks up what is in the folder's ledger, and puts the result beside it. */
  public Writes run(Path tideline) throws IOException, InterruptedException {
    Writes result = check(LedgerJson.read(tideline));
    result.write(tideline);
    return result;
  }

  Writes check(List<Write> all) throws InterruptedException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(bounds.threads);
    for (int i = 0; i < bounds.threads; i++) {
      threads.execute(() -> lookUp(all, next, start, tally));
    }
    threads.shutdown();
    if (!threads.awaitTermination(bounds.longest.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
      threads.awaitTermination(bounds.longest.toMillis(), TimeUnit.MILLISECONDS);
    }
    return tally.result(all);
  }

  private void lookUp(List<Write> all, AtomicInteger next, long start, Tally tally) {
    try {
      for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
        long due = start + TimeUnit.SECONDS.toNanos(i) / bounds.perSecond;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        tally.add(all.get(i), copies(all.get(i)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often the target has it; -1 where it does not say. */
  private int copies(Write write) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return target.copies(write);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          LOG.warn("{} {} is not looked up: {}", write.kind(), write.key(), e.toString());
          return -1;
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }
}
