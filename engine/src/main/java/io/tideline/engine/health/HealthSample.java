package io.tideline.engine.health;

/**
 * The generator in one interval, about a second long.
 *
 * @param atSeconds end of the interval, in seconds since the run's first instant
 * @param cpu processor time of the generator's process, as a share of all processors, 0 to 1
 * @param gcMillis time in which the collector had stopped the process, in milliseconds
 * @param pauseMillis latest that a timer of 1 ms fired: a pause of the whole process, whatever its
 *     cause
 * @param queued most tasks that waited on one event loop when it was looked at
 * @param heapBytes heap in use at the end
 */
public record HealthSample(
    double atSeconds, double cpu, double gcMillis, double pauseMillis, int queued, long heapBytes) {

  /** Checked for what cannot be. */
  public HealthSample {
    if (!Double.isFinite(atSeconds + cpu + gcMillis + pauseMillis)) {
      throw new IllegalArgumentException("a figure is no number");
    }
  }
}
