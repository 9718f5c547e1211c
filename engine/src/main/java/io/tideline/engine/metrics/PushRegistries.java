package io.tideline.engine.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.push.PushMeterRegistry;
import io.micrometer.influx.InfluxConfig;
import io.micrometer.influx.InfluxMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.tideline.engine.plan.Receivers;
import io.tideline.engine.plan.Receivers.Influx;
import io.tideline.engine.plan.Receivers.Otlp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Micrometer's registries that send to the receivers of a plan, in batches and on own threads. */
final class PushRegistries {
  private PushRegistries() {}

  /**
   * @param secret the value of an environment variable
   */
  static List<PushMeterRegistry> of(Receivers receivers, UnaryOperator<String> secret) {
    List<PushMeterRegistry> registries = new ArrayList<>();
    Influx influx = receivers.influx();
    if (influx != null) {
      registries.add(influx(influx, secret));
    }
    Otlp otlp = receivers.otlp();
    if (otlp != null) {
      registries.add(otlp(otlp, secret));
    }
    return registries;
  }

  private static PushMeterRegistry influx(Influx to, UnaryOperator<String> secret) {
    Map<String, String> settings = new HashMap<>();
    settings.put("influx.uri", to.url());
    settings.put("influx.step", to.every().toSeconds() + "s");
    if (to.isVersion2()) {
      settings.put("influx.org", to.place().get(0));
      settings.put("influx.bucket", to.place().get(1));
    } else {
      settings.put("influx.db", to.place().get(0));
    }
    String token = to.token();
    if (token != null) {
      settings.put("influx.token", secret.apply(token));
    }
    InfluxConfig config = settings::get;
    return InfluxMeterRegistry.builder(config)
        .httpClient(new OnceSayingSender("InfluxDB at " + to.url()))
        .build();
  }

  private static PushMeterRegistry otlp(Otlp to, UnaryOperator<String> secret) {
    Map<String, String> headers = new HashMap<>();
    to.headers().forEach((header, variable) -> headers.put(header, secret.apply(variable)));
    Map<String, String> settings =
        Map.of("otlp.url", to.url(), "otlp.step", to.every().toSeconds() + "s");
    OtlpConfig config =
        new OtlpConfig() {
          @Override
          public @Nullable String get(String key) {
            return settings.get(key);
          }

          @Override
          public Map<String, String> headers() {
            return headers;
          }

          @Override
          public Map<String, String> resourceAttributes() {
            return Map.of("service.name", "tideline");
          }
        };
    return OtlpMeterRegistry.builder(config)
        .clock(Clock.SYSTEM)
        .metricsSender(new OtlpHttpMetricsSender(new OnceSayingSender("OTLP at " + to.url())))
        .build();
  }
}
