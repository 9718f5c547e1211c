package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A stretch of the run that is reported by itself.
 *
 * @param name unique within the plan
 * @param duration length; the last phase is taken to last until its users have left
 * @param warmUp whether it is offered but left out of the verdict
 * @param levels the corners of the rate curve, at least two, from share 0 to share 1; the rate runs
 *     straight from one to the next, and two corners at one share make a step
 * @param instants when each user arrives, in seconds since the phase's begin, where that was
 *     recorded, and then {@code levels} only show about how many; empty for what follows from the
 *     curve
 */
public record Phase(
    String name,
    @JsonProperty("durationSeconds") Duration duration,
    boolean warmUp,
    List<Level> levels,
    List<Double> instants) {

  @JsonCreator
  public Phase {
    levels = List.copyOf(levels);
    instants = List.copyOf(Objects.requireNonNullElse(instants, List.of()));
  }

  /** A phase whose arrivals follow from its curve. */
  public Phase(String name, Duration duration, boolean warmUp, List<Level> levels) {
    this(name, duration, warmUp, levels, List.of());
  }

  /**
   * A corner of the rate curve.
   *
   * @param at share of the phase's length, 0 to 1
   * @param level multiple of the plan's rate, 0 or more
   */
  public record Level(double at, double level) {}

  /** This phase with another length and the same shape. */
  public Phase lasting(Duration other) {
    double factor = (double) other.toNanos() / duration.toNanos();
    return new Phase(
        name, other, warmUp, levels, instants.stream().map(instant -> instant * factor).toList());
  }
}
