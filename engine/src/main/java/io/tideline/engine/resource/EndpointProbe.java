package io.tideline.engine.resource;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Asks an endpoint in Prometheus' text format; rates are taken from one answer to the next. */
final class EndpointProbe implements Probe {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Endpoint endpoint;
  private final Measures measures;
  private final LongSupplier nowNanos;
  private @Nullable Exposition before;
  private double beforeSeconds;

  EndpointProbe(Endpoint endpoint, Measures measures, LongSupplier nowNanos) {
    this.endpoint = endpoint;
    this.measures = measures;
    this.nowNanos = nowNanos;
  }

  @Override
  public List<Reading> ask() throws IOException, InterruptedException {
    Exposition last = before;
    before = null;
    Exposition now = Exposition.parse(endpoint.text(), measures.metrics());
    double seconds = nowNanos.getAsLong() / NANOS_PER_SECOND;
    List<Reading> readings = measures.readings(new Sight(now, last, seconds - beforeSeconds, null));
    before = now;
    beforeSeconds = seconds;
    if (readings.isEmpty()) {
      throw new IOException(nothing(now));
    }
    return readings;
  }

  private static String nothing(Exposition now) {
    return now.lines() == 0
        ? "its answer holds no metrics in Prometheus' text format"
        : "its metrics hold nothing of what the mapping names";
  }
}
