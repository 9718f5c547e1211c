package io.tideline.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where metrics are sent while a run goes on, beside being served: the block {@code live} of the
 * plan file. It changes nothing about the load and is no part of {@code plan.json}. Secrets are
 * named by their environment variables.
 *
 * @param influx an InfluxDB; null for none
 * @param otlp a collector of OpenTelemetry; null for none
 * @param grafana a Grafana that is told of phases and changes; null for none
 */
public record Receivers(@Nullable Influx influx, @Nullable Otlp otlp, @Nullable Grafana grafana) {
  /** Nobody. */
  public static final Receivers NONE = new Receivers(null, null, null);

  /**
   * An InfluxDB: version 1 if it has a database, version 2 if it has an organisation and a bucket.
   *
   * @param url of the server
   * @param place database, or organisation and bucket
   * @param token name of the environment variable with a token of version 2; null for none
   * @param every how often it is sent to
   */
  public record Influx(String url, List<String> place, @Nullable String token, Duration every) {
    public Influx {
      place = List.copyOf(place);
    }

    /** Whether it speaks version 2. */
    public boolean isVersion2() {
      return place.size() == 2;
    }
  }

  /**
   * A collector that takes OTLP over HTTP.
   *
   * @param url of its metrics
   * @param headers values are names of environment variables
   * @param every how often it is sent to
   */
  public record Otlp(String url, Map<String, String> headers, Duration every) {
    public Otlp {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A Grafana.
   *
   * @param url of the server
   * @param token name of the environment variable with a service account's token
   */
  public record Grafana(String url, String token) {}

  /** The environment variables that are needed. */
  public List<String> variables() {
    List<String> names = new java.util.ArrayList<>();
    if (influx != null && influx.token() != null) {
      names.add(influx.token());
    }
    if (otlp != null) {
      names.addAll(otlp.headers().values());
    }
    if (grafana != null) {
      names.add(grafana.token());
    }
    return names;
  }
}
