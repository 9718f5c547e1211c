package io.tideline.engine.simlog;

/**
 * Is told the records of a simulation.log in the order of the file. All times are milliseconds
 * since {@link RunRecord#startEpochMillis()}. The records of requests and groups are views that the
 * parser uses again: they hold only during the call; their strings and paths may be kept.
 */
public interface SimulationLogListener {

  /** The run's own record: the first, and the only one of its kind. */
  default void run(RunRecord run) {}

  /** A request has ended. */
  default void request(RequestRecord request) {}

  /**
   * A user has started or left.
   *
   * @param scenario index into {@link RunRecord#scenarios()}
   */
  default void user(int scenario, boolean start, int millis) {}

  /** A user has left a group. */
  default void group(GroupRecord group) {}

  /** A request could not be built, and so was not sent: {@code "request name: reason "}. */
  default void error(String message, int millis) {}
}
