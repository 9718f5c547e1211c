package io.tideline.engine.search;

import java.time.Duration;

/**
 * How long the parts of a step take.
 *
 * @param ramp from the load before to the step's own
 * @param settle at the step's load, not counted; longer than one user stays
 * @param measure what the step is judged by
 * @param hold what a step that confirms the result is judged by, in place of {@code measure}
 */
public record StepTimes(Duration ramp, Duration settle, Duration measure, Duration hold) {
  /** 10 seconds, 30 seconds, 1 minute, 10 minutes. */
  public static final StepTimes STANDARD =
      new StepTimes(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10));

  public StepTimes {
    if (ramp.isNegative() || settle.isNegative()) {
      throw new IllegalArgumentException("ramp " + ramp + ", settle " + settle + ": below zero");
    }
    if (measure.isNegative() || measure.isZero() || hold.compareTo(measure) < 0) {
      throw new IllegalArgumentException(
          "measure " + measure + ", hold " + hold + ": must be above zero, hold the longer one");
    }
  }

  /** All parts shortened by a factor, for rehearsals. */
  public StepTimes compressed(double speedup) {
    return new StepTimes(
        shorter(ramp, speedup),
        shorter(settle, speedup),
        shorter(measure, speedup),
        shorter(hold, speedup));
  }

  /** Length of a whole step that confirms a result. */
  Duration ofHold() {
    return ramp.plus(settle).plus(hold);
  }

  static Duration shorter(Duration duration, double speedup) {
    return Duration.ofNanos(Math.round(duration.toNanos() / speedup));
  }
}
