package io.tideline.engine.health;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Takes a {@link HealthSample} of this process whenever it is asked, of the time since it was last
 * asked. One thread at a time.
 */
public final class HealthMeter implements AutoCloseable {
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final HiccupMeter hiccups = new HiccupMeter();
  private final IntSupplier queued;
  private long lastNanos = System.nanoTime();
  private long lastCpuNanos = system.getProcessCpuTime();
  private long lastGcMillis = gcMillis();

  /**
   * @param queued most tasks that wait on one event loop at present
   */
  public HealthMeter(IntSupplier queued) {
    this.queued = queued;
  }

  /** The sample of the interval that ends now, which the run's clock calls {@code atSeconds}. */
  public HealthSample sample(double atSeconds) {
    long nanos = System.nanoTime();
    long cpuNanos = system.getProcessCpuTime();
    long gcMillis = gcMillis();
    double available = (double) (nanos - lastNanos) * system.getAvailableProcessors();
    HealthSample sample =
        new HealthSample(
            atSeconds,
            available > 0 ? Math.min(1, (cpuNanos - lastCpuNanos) / available) : 0,
            gcMillis - lastGcMillis,
            hiccups.worstNanos() / NANOS_PER_MILLI,
            queued.getAsInt(),
            Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    lastNanos = nanos;
    lastCpuNanos = cpuNanos;
    lastGcMillis = gcMillis;
    return sample;
  }

  private static long gcMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }

  @Override
  public void close() {
    hiccups.close();
  }
}
