package io.tideline.engine.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.push.PushMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.live.LiveRun;
import io.tideline.engine.live.LiveSubject;
import io.tideline.engine.live.LoadSource;
import io.tideline.engine.plan.Receivers;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The metrics of one run. Its listeners go to the run's {@link LiveRun}, which is then given to
 * {@link #bind}. They are fed by the one thread that reads the log; scraped, and told of starts and
 * health, by any.
 *
 * <p>Response times are a histogram of the Prometheus client itself, for Micrometer has none that
 * is native and classic at once; all else is Micrometer's, so that it can be pushed as well.
 */
public final class LiveMetrics implements AutoCloseable {
  private static final ExpositionFormats FORMATS = ExpositionFormats.init();
  private static final int FIRST_BYTES = 1 << 16;
  private static final int NATIVE_BUCKETS = 160;

  private final PrometheusRegistry prometheus = new PrometheusRegistry();
  private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
  private final GeneratorMeters generator = new GeneratorMeters();
  private final LagHistogram lag;
  private final RequestMeters requests;
  private final FailureMeters failures;
  private final UserMeters users;
  private final List<PushMeterRegistry> pushed;

  /** Metrics that are served and sent to nobody. */
  public LiveMetrics(LiveSubject subject) {
    this(subject, Receivers.NONE, name -> "");
  }

  /**
   * @param subject what is watched
   * @param receivers where metrics are sent as well
   * @param secret the value of an environment variable
   */
  public LiveMetrics(LiveSubject subject, Receivers receivers, UnaryOperator<String> secret) {
    Labels labels = Labels.of("run", subject.run(), "scenario", scenario(subject));
    registry.config().commonTags(tags(subject));
    registry.config().meterFilter(new Names());
    registry.add(
        new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, prometheus, io.micrometer.core.instrument.Clock.SYSTEM));
    lag = new LagHistogram(labels);
    pushed = PushRegistries.of(receivers, secret);
    pushed.forEach(registry::add);
    requests =
        new RequestMeters(histogram(labels, subject.slos()), subject.phases(), sink(subject));
    failures = new FailureMeters(registry, subject.phases());
    users = new UserMeters(registry);
  }

  /** Prometheus has the histogram; the others get timers. */
  private RequestSink sink(LiveSubject subject) {
    if (pushed.isEmpty()) {
      return RequestSink.NONE;
    }
    CompositeMeterRegistry others = new CompositeMeterRegistry();
    others.config().commonTags(tags(subject));
    pushed.forEach(others::add);
    return new PushTimers(others, subject.phases());
  }

  private static Tags tags(LiveSubject subject) {
    return Tags.of("run", subject.run(), "scenario", scenario(subject));
  }

  private static String scenario(LiveSubject subject) {
    return subject.scenario().isEmpty() ? "none" : subject.scenario();
  }

  private Histogram histogram(Labels labels, List<Slo> slos) {
    Histogram.Builder builder = Histogram.builder();
    builder
        .name("tideline_request_duration_seconds")
        .unit(Unit.SECONDS)
        .help("Response times of requests, failed ones included")
        .labelNames(RequestMeters.labels().toArray(String[]::new))
        .constLabels(labels);
    builder.classicUpperBounds(Buckets.of(slos)).nativeMaxNumberOfBuckets(NATIVE_BUCKETS);
    builder.withoutExemplars();
    return builder.register(prometheus);
  }

  /** What the run's log is to be told to. */
  public List<SimulationLogListener> listeners() {
    return List.of(requests, failures, users);
  }

  /** Tells of a run as well what is no count of its records. */
  public void bind(LiveRun run, Clock clock) {
    LogMeters.bind(run, registry, clock);
    new SloMeters(run, registry).bind();
    LoadSource load = run.subject().load();
    if (load != null) {
      new LoadMeters(run, registry).bind(load);
      prometheus.register(lag);
    }
  }

  /** Tells of this process as the run's generator. */
  public void bindGenerator() {
    generator.bind(registry);
  }

  /** Where further meters may be registered; those of the process get the generator's name. */
  public MeterRegistry registry() {
    return registry;
  }

  /** To be told of each start: how late it was, 0 or below for none. On any thread. */
  public void started(long lagNanos) {
    lag.started(lagNanos);
  }

  /** To be told each sample of the generator's health. */
  public void health(HealthSample sample) {
    generator.add(sample);
  }

  /**
   * All metrics as they are now.
   *
   * @param accept the scraper's Accept header; empty for Prometheus' text
   */
  public Scrape scrape(String accept) {
    ExpositionFormatWriter writer = FORMATS.findWriter(accept);
    ByteArrayOutputStream body = new ByteArrayOutputStream(FIRST_BYTES);
    try {
      writer.write(body, prometheus.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Scrape(writer.getContentType(), body.toByteArray());
  }

  /** Sends the last of what is pushed; then there is nothing more to see. */
  @Override
  public void close() {
    pushed.forEach(PushMeterRegistry::close);
    generator.close();
    registry.close();
  }
}
