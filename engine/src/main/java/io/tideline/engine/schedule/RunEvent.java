package io.tideline.engine.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a run while it went on.
 *
 * @param atNanos when, in nanoseconds since the run's first instant
 * @param kind what
 * @param factor for {@link Kind#SCALE} the new multiple of the planned rate, else 1
 * @param reason who or what caused it, in words; of a fault its name in the plan
 * @param detail more about it, in words; null for nothing more
 */
public record RunEvent(
    long atNanos,
    Kind kind,
    double factor,
    String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String detail) {
  /** The reason of what a search for the breaking point does to its run. */
  public static final String SEARCH = "search";

  /** An event from before there were details has none. */
  @JsonCreator
  public RunEvent {
    if (kind == null || reason == null) {
      throw new IllegalArgumentException("its kind or its reason is missing");
    }
    if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a factor of " + factor);
    }
  }

  /** An event of which there is nothing more to say. */
  public RunEvent(long atNanos, Kind kind, double factor, String reason) {
    this(atNanos, kind, factor, reason, null);
  }

  /** What can happen. */
  public enum Kind {
    /** No more users until {@link #RESUME}; the plan's clock stands still. */
    PAUSE,
    /** Users again, from where the plan was. */
    RESUME,
    /** The rate is a multiple of the planned one from here on; phases keep their times. */
    SCALE,
    /** No more users; the run ends in order. */
    STOP,
    /** No more users: what the run was to find out is found out, so that it is complete. */
    DONE,
    /** An SLO that may end the run was broken for as long as it may be. */
    ABORT,
    /** A fault has begun. The load goes on as before. */
    FAULT_START,
    /** A fault has ended: what it did is reverted. The load goes on as before. */
    FAULT_END,
    /**
     * A fault could not be begun or not be reverted, was left out, or ended before its time: the
     * run proves nothing about it and is INVALID. The load goes on as before.
     */
    FAULT_FAILED;

    /** Whether it tells of a fault, and changes nothing about the load. */
    public boolean isFault() {
      return this == FAULT_START || this == FAULT_END || this == FAULT_FAILED;
    }
  }
}
