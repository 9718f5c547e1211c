package io.tideline.engine.resource;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one source again and again on a thread of its own. A source that does not answer is asked
 * again next time; what it might have told is a gap.
 */
final class Sampler implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final double NANOS_PER_SECOND = 1e9;

  private final WatchedSource source;
  private final LongSupplier nowNanos;
  private final Consumer<ResourceSample> to;
  private final Endpoint endpoint;
  private final Thread thread;
  private @Nullable Exposition before;
  private double beforeSeconds;

  /**
   * @param nowNanos the run's clock
   * @param to is told each sample, on the sampler's thread
   */
  Sampler(WatchedSource source, LongSupplier nowNanos, Consumer<ResourceSample> to) {
    this.source = source;
    this.nowNanos = nowNanos;
    this.to = to;
    Duration every = source.every();
    this.endpoint =
        new Endpoint(source.uri(), every.compareTo(LONGEST_WAIT) < 0 ? every : LONGEST_WAIT);
    this.thread = new Thread(this::run, "tideline-resources");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    long next = nowNanos.getAsLong();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        to.accept(sample());
        long every = source.every().toNanos();
        long missed = Math.max(0, (nowNanos.getAsLong() - next) / every);
        next += (missed + 1) * every;
        Thread.sleep(Math.max(0, (next - nowNanos.getAsLong()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ResourceSample sample() throws InterruptedException {
    try {
      Exposition now = Exposition.parse(endpoint.text(), source.metrics());
      double seconds = nowNanos.getAsLong() / NANOS_PER_SECOND;
      List<Reading> readings =
          source.readings(new Sight(now, before, seconds - beforeSeconds, null));
      before = now;
      beforeSeconds = seconds;
      return readings.isEmpty()
          ? ResourceSample.gap(seconds, source.name(), nothing(now))
          : new ResourceSample(seconds, source.name(), null, readings);
    } catch (IOException e) {
      return gap(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return gap(e.toString());
    }
  }

  private ResourceSample gap(String why) {
    before = null;
    return ResourceSample.gap(nowNanos.getAsLong() / NANOS_PER_SECOND, source.name(), why);
  }

  private static String nothing(Exposition now) {
    return now.lines() == 0
        ? "its answer holds no metrics in Prometheus' text format"
        : "its metrics hold nothing of what the mapping names";
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
