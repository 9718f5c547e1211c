package io.tideline.engine.resource;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.Search;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A source of a plan that is read again and again while the run goes on.
 *
 * @param source as the plan has it
 * @param uri where it is; of a process nothing but its name
 * @param every how long from one reading to the next
 */
record WatchedSource(ResourceSource source, URI uri, Duration every) {
  private static final int READINGS_OF_A_STEP = 6;
  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /** The source as {@code plan} has it, which is aimed at a target. */
  static WatchedSource of(ResourceSource source, Plan plan) {
    String base = source.at().startsWith("/") ? plan.target().baseUrl() : "";
    URI uri = source.isProcess() ? URI.create("") : URI.create(base + source.at());
    return new WatchedSource(source, uri, every(source, plan));
  }

  /** As results name it. */
  String name() {
    return source.at();
  }

  /**
   * What asks it; throws an IllegalArgumentException with what is wrong with it.
   *
   * @param nowNanos the run's clock
   * @param secrets of protected sources
   */
  Probe probe(LongSupplier nowNanos, Secrets secrets) {
    if (source.isProcess()) {
      String which = source.at().substring(ResourceSource.PROCESS.length());
      return new ProcessProbe(new ProcessChoice(which), nowNanos);
    }
    Duration timeout = every.compareTo(LONGEST_WAIT) < 0 ? every : LONGEST_WAIT;
    return new EndpointProbe(
        new Endpoint(uri, timeout, secrets.headers(source.access())),
        Measures.of(source),
        nowNanos);
  }

  /** A search needs several readings of each step. */
  private static Duration every(ResourceSource source, Plan plan) {
    Search search = plan.search();
    if (search == null) {
      return source.every();
    }
    Duration needed = search.times().measure().dividedBy(READINGS_OF_A_STEP);
    Duration least = needed.compareTo(SHORTEST) < 0 ? SHORTEST : needed;
    return least.compareTo(source.every()) < 0 ? least : source.every();
  }
}
