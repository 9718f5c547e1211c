package io.tideline.engine.simlog;

/**
 * Is told the records of a simulation.log in the order of the file. All times are milliseconds
 * since {@link RunRecord#startEpochMillis()}, 0 or more, and no end lies before its start: what
 * Gatling wrote otherwise is told of in {@link #impossibleTimes}. The records of requests and
 * groups are views that the parser uses again: they hold only during the call; their strings and
 * paths may be kept.
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

  /**
   * A message of a server (WebSocket, SSE) that no check waited for: no request, and so told of
   * here alone. It has no end of its own.
   */
  default void unmatchedMessage(RequestRecord message) {}

  /**
   * A record whose times cannot be true. A request or a group is told of here alone; a user or an
   * error is told of above as well, at the latest time known.
   */
  default void impossibleTimes(ImpossibleTimes record) {}
}
