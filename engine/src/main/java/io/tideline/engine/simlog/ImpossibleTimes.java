package io.tideline.engine.simlog;

/**
 * A record of a log that is whole and whose times cannot be true: Gatling's writer checks none, and
 * plug-ins hand it starts before the run and ends before starts. Times are milliseconds since the
 * run's start, as they stand in the log.
 *
 * @param kind what the record is of
 * @param name of the request, the group or the scenario; the message of an error
 * @param startMillis its start; of a user or an error its only time
 * @param endMillis its end
 * @param ok whether it succeeded; a user always did
 */
public record ImpossibleTimes(Kind kind, String name, int startMillis, int endMillis, boolean ok) {

  /** Kinds of records. */
  public enum Kind {
    /** A request that was sent. */
    REQUEST,
    /** A pass through a group. */
    GROUP,
    /** The start or the end of a user. */
    USER,
    /** A request that could not be built. */
    ERROR;

    private String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Name and times, and what is wrong with them. */
  public String sentence() {
    return kind.word() + " " + name + ": " + problem();
  }

  private String problem() {
    if (startMillis < 0) {
      return "at " + startMillis + " ms, before the run began";
    }
    if (endMillis < startMillis) {
      return "ends at " + endMillis + " ms, before its start at " + startMillis + " ms";
    }
    return (kind == Kind.REQUEST && endMillis - startMillis > LogTime.LONGEST_REQUEST_MILLIS
            ? "from " + startMillis + " ms to "
            : "at ")
        + endMillis
        + " ms, far from all other records";
  }
}
