package io.tideline.reports.stats;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.plan.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the generator fared through a run, by samples about a second apart.
 *
 * @param samples how many there are
 * @param cpuMean processor time as a share of all processors, on average
 * @param cpuMax the same in the busiest sample
 * @param busySeconds longest time on end with more processor time than the plan allows
 * @param gcMillis time stopped by the collector in all, in milliseconds
 * @param gcMaxMillis the most of it in one sample
 * @param pauseMaxMillis longest pause of the whole process, in milliseconds
 * @param queuedMax most tasks that waited on one event loop
 * @param heapMaxBytes largest heap in use
 */
public record Generator(
    long samples,
    double cpuMean,
    double cpuMax,
    double busySeconds,
    double gcMillis,
    double gcMaxMillis,
    double pauseMaxMillis,
    int queuedMax,
    long heapMaxBytes) {

  /**
   * The generator's health from {@code fromSeconds} on; before that it warms up, as the target does.
   */
  static @Nullable Generator read(Path tideline, Validity validity, double fromSeconds)
      throws IOException {
    Path file = tideline.resolve(HealthLog.FILE_NAME);
    if (!Files.exists(file)) {
      return null;
    }
    Summary summary = new Summary(validity.cpu());
    HealthLog.read(
        file,
        sample -> {
          if (sample.atSeconds() > fromSeconds) {
            summary.add(sample);
          }
        });
    return summary.samples == 0 ? null : summary.generator();
  }

  /** Sums up samples as they are read. */
  private static final class Summary {
    private final double busyCpu;
    private long samples;
    private double cpuSum;
    private double cpuMax;
    private double busySince = Double.NaN;
    private double busySeconds;
    private double gcMillis;
    private double gcMaxMillis;
    private double pauseMaxMillis;
    private int queuedMax;
    private long heapMaxBytes;
    private double lastSeconds = Double.NaN;

    Summary(double busyCpu) {
      this.busyCpu = busyCpu;
    }

    void add(HealthSample sample) {
      samples++;
      cpuSum += sample.cpu();
      cpuMax = Math.max(cpuMax, sample.cpu());
      gcMillis += sample.gcMillis();
      gcMaxMillis = Math.max(gcMaxMillis, sample.gcMillis());
      pauseMaxMillis = Math.max(pauseMaxMillis, sample.pauseMillis());
      queuedMax = Math.max(queuedMax, sample.queued());
      heapMaxBytes = Math.max(heapMaxBytes, sample.heapBytes());
      busy(sample);
      lastSeconds = sample.atSeconds();
    }

    private void busy(HealthSample sample) {
      if (sample.cpu() <= busyCpu) {
        busySince = Double.NaN;
        return;
      }
      if (Double.isNaN(busySince)) {
        busySince = Double.isNaN(lastSeconds) ? sample.atSeconds() : lastSeconds;
      }
      busySeconds = Math.max(busySeconds, sample.atSeconds() - busySince);
    }

    Generator generator() {
      return new Generator(
          samples,
          cpuSum / samples,
          cpuMax,
          busySeconds,
          gcMillis,
          gcMaxMillis,
          pauseMaxMillis,
          queuedMax,
          heapMaxBytes);
    }
  }
}
