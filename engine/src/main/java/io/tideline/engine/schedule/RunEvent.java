package io.tideline.engine.schedule;

/**
 * Something that happened to a run while it went on.
 *
 * @param atNanos when, in nanoseconds since the run's first instant
 * @param kind what
 * @param factor for {@link Kind#SCALE} the new multiple of the planned rate, else 1
 * @param reason who or what caused it, in words
 */
public record RunEvent(long atNanos, Kind kind, double factor, String reason) {
  /** The reason of what a search for the breaking point does to its run. */
  public static final String SEARCH = "search";

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
    ABORT
  }
}
