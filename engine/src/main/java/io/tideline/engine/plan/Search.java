package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run searches the breaking point, in place of offering one load.
 *
 * @param levels which levels it may offer
 * @param times how long the parts of a step take, compressed as the phases are
 * @param longest all steps together
 * @param atLeast new users per second that the target is to hold; null if any load will do
 */
public record Search(
    Levels levels,
    Times times,
    @JsonProperty("longestSeconds") Duration longest,
    @Nullable Double atLeast) {

  /**
   * Multiples of the plan's rate.
   *
   * @param floor smallest
   * @param start first
   * @param cap largest
   */
  public record Levels(double floor, double start, double cap) {}

  /**
   * The parts of a step.
   *
   * @param ramp from the load before to the step's own
   * @param settle at the step's load, not counted
   * @param measure what the step is judged by
   * @param hold the same for a step that confirms the result
   */
  public record Times(
      @JsonProperty("rampSeconds") Duration ramp,
      @JsonProperty("settleSeconds") Duration settle,
      @JsonProperty("measureSeconds") Duration measure,
      @JsonProperty("holdSeconds") Duration hold) {}
}
