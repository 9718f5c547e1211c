package io.tideline.engine.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.tideline.engine.health.HealthSample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * How the generator itself fares: what it samples each second, and Micrometer's own meters of the
 * JVM and the processor. Of what is short, pauses and queues, the worst of the last half minute is
 * told, so that a scraper that comes less often does not miss it.
 */
final class GeneratorMeters implements AutoCloseable {
  private static final int KEPT_SAMPLES = 30;
  private static final double MILLIS = 1_000;

  private final Deque<HealthSample> samples = new ArrayDeque<>();
  private final JvmGcMetrics gc = new JvmGcMetrics();

  void bind(MeterRegistry registry) {
    Gauge.builder("tideline.generator.cpu.ratio", this, GeneratorMeters::cpu)
        .description("Processor time of the generator in the last second, as a share of all")
        .register(registry);
    Gauge.builder(
            "tideline.generator.pause", this, m -> m.worst(HealthSample::pauseMillis) / MILLIS)
        .description("Worst pause of the whole process in the last 30 s")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("tideline.generator.queue", this, m -> m.worst(HealthSample::queued))
        .description("Most tasks that waited on one event loop in the last 30 s")
        .baseUnit("tasks")
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    gc.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  synchronized void add(HealthSample sample) {
    samples.addLast(sample);
    if (samples.size() > KEPT_SAMPLES) {
      samples.removeFirst();
    }
  }

  private synchronized double cpu() {
    return samples.isEmpty() ? 0 : samples.getLast().cpu();
  }

  private synchronized double worst(ToDoubleFunction<HealthSample> value) {
    return samples.stream().mapToDouble(value).max().orElse(0);
  }

  @Override
  public void close() {
    gc.close();
  }
}
