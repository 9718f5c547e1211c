package io.tideline.engine.schedule;

/**
 * The record of starts, {@code tideline/starts.log}: for every arrival when it was due and when its
 * user really started. Big-endian, appended to as the run goes:
 *
 * <pre>
 *   header   8 bytes "TIDESTR1", long: epoch milliseconds of the run's first instant
 *   record   long: arrival index, long: due, long: started (both nanoseconds since the first instant)
 *   end      a record whose index is {@link #END}: its second field is an {@link Ending}'s ordinal
 * </pre>
 *
 * A file without an end record was cut off; every whole record before the cut is good.
 */
public final class StartLog {
  /** Name of the file within a run's {@code tideline} folder. */
  public static final String FILE_NAME = "starts.log";

  static final long MAGIC = 0x5449444553545231L;
  static final int HEADER_BYTES = 16;
  static final int RECORD_BYTES = 24;

  /** Index of the record that ends the file. */
  static final long END = -1;

  private StartLog() {}

  /** How a run came to its end. */
  public enum Ending {
    /** All arrivals were started and all users have left. */
    COMPLETED,
    /** It was interrupted and closed its files in order. */
    INTERRUPTED,
    /** Somebody stopped it; users under way were let finish. */
    STOPPED,
    /** An SLO that may end a run ended it. */
    ABORTED
  }
}
