package io.tideline.engine.resource;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reads one source again and again on a thread of its own. A source that does not answer is asked
 * again next time; what it might have told is a gap.
 */
final class Sampler implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;

  private final WatchedSource source;
  private final LongSupplier nowNanos;
  private final Consumer<ResourceSample> to;
  private final Probe probe;
  private final Thread thread;

  /**
   * @param probe asks it
   * @param nowNanos the run's clock
   * @param to is told each sample, on the sampler's thread
   */
  Sampler(WatchedSource source, Probe probe, LongSupplier nowNanos, Consumer<ResourceSample> to) {
    this.source = source;
    this.probe = probe;
    this.nowNanos = nowNanos;
    this.to = to;
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
      List<Reading> readings = probe.ask();
      return new ResourceSample(seconds(), source.name(), null, readings);
    } catch (IOException e) {
      return gap(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return gap(e.toString());
    }
  }

  private ResourceSample gap(String why) {
    return ResourceSample.gap(seconds(), source.name(), why);
  }

  private double seconds() {
    return nowNanos.getAsLong() / NANOS_PER_SECOND;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
