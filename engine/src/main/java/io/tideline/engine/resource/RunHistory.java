package io.tideline.engine.resource;

import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.resource.PrometheusServer.Times;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Prometheus server of a plan, to be asked about a run when it is over. */
final class RunHistory {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final ResourceSource source;
  private final ServerHistory history;

  private RunHistory(ResourceSource source, ServerHistory history) {
    this.source = source;
    this.history = history;
  }

  /** Throws an IllegalArgumentException with what is wrong with the source. */
  static RunHistory of(ResourceSource source, Secrets secrets) {
    PrometheusServer server =
        new PrometheusServer(source.at(), secrets.headers(source.access()), LONGEST_WAIT);
    return new RunHistory(source, new ServerHistory(source.at(), server, ServerMeasure.of(source)));
  }

  /**
   * What it remembers of the run that ends now.
   *
   * @param lengthNanos of the run so far
   */
  List<ResourceSample> samples(long lengthNanos) throws InterruptedException {
    long now = System.currentTimeMillis();
    long origin = now - TimeUnit.NANOSECONDS.toMillis(Math.max(0, lengthNanos));
    return history.samples(new Times(origin, now, source.every().toMillis()), origin);
  }
}
