package io.tideline.engine.search;

import java.time.Duration;

/**
 * What a search asks for: go to a load, settle, and measure.
 *
 * @param number from 1
 * @param phase why this load
 * @param load multiple of the plan's rate
 * @param times of this step; {@link #measured()} is what it is judged by
 */
public record Step(int number, SearchPhase phase, double load, StepTimes times) {

  /** Whether this step confirms a result rather than looking for it. */
  public boolean isHold() {
    return phase == SearchPhase.HOLD || phase == SearchPhase.BACK_OFF;
  }

  /** Length of the part that is judged: the last one. */
  public Duration measured() {
    return isHold() ? times.hold() : times.measure();
  }

  /** Length of the part before the judged one: ramp and settling. */
  public Duration untilMeasured() {
    return times.ramp().plus(times.settle());
  }

  /** Length of all of it. */
  public Duration duration() {
    return untilMeasured().plus(measured());
  }
}
