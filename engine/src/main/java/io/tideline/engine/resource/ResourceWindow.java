package io.tideline.engine.resource;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest samples of all sources. May be used from any thread. */
public final class ResourceWindow {
  private static final double NANOS_PER_SECOND = 1e9;

  private final double keptSeconds;
  private final Deque<ResourceSample> samples = new ArrayDeque<>();

  /**
   * @param kept how long a sample is kept
   */
  public ResourceWindow(Duration kept) {
    this.keptSeconds = kept.toNanos() / NANOS_PER_SECOND;
  }

  synchronized void add(ResourceSample sample) {
    samples.addLast(sample);
    while (samples.getFirst().atSeconds() < sample.atSeconds() - keptSeconds) {
      samples.removeFirst();
    }
  }

  /**
   * What was consumed from after one instant to another, by the samples taken then; a resource of
   * which none tells is left out.
   *
   * @param fromNanos since the run's first instant
   * @param toNanos likewise
   */
  public synchronized List<Consumption> between(long fromNanos, long toNanos) {
    Map<List<String>, ConsumptionTally> tallies = new LinkedHashMap<>();
    for (ResourceSample sample : samples) {
      double nanos = sample.atSeconds() * NANOS_PER_SECOND;
      if (nanos > fromNanos && nanos <= toNanos) {
        sample.readings().forEach(reading -> add(sample.source(), reading, tallies));
      }
    }
    return tallies.values().stream().map(ConsumptionTally::consumption).toList();
  }

  private static void add(
      String source, Reading reading, Map<List<String>, ConsumptionTally> tallies) {
    tallies
        .computeIfAbsent(
            List.of(source, reading.name()), key -> new ConsumptionTally(source, reading))
        .add(reading);
  }
}
