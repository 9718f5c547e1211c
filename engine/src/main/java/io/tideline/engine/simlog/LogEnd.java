package io.tideline.engine.simlog;

import java.nio.file.Path;

/**
 * How the reading of a simulation.log ended. Whatever it is, the listener has been told every whole
 * record before {@link #atByte()}.
 */
public sealed interface LogEnd {

  /** Number of records that the listener was told. */
  long records();

  /** Offset of the first byte that was not understood, or the file's length. */
  long atByte();

  /** Whether the log ends after a whole record. Gatling writes no end mark: it may go on later. */
  default boolean whole() {
    return this instanceof WholeRecords;
  }

  /** One sentence: where, what, and the value. */
  String sentence(Path file);

  /** The last record is whole. */
  record WholeRecords(long records, long atByte) implements LogEnd {
    @Override
    public String sentence(Path file) {
      return file + ": " + atByte + " bytes, " + records + " records, the last one whole";
    }
  }

  /**
   * The log ends within a record that begins at {@code atByte}; or it is empty.
   *
   * @param length the log's length in bytes
   */
  record CutOff(long records, long atByte, long length) implements LogEnd {
    @Override
    public String sentence(Path file) {
      return file
          + ": cut off at byte "
          + length
          + ", within the record that begins at byte "
          + atByte
          + "; "
          + salvaged(records);
    }
  }

  /**
   * What stands at {@code atByte} cannot have been written there by Gatling.
   *
   * @param what what is wrong and the value
   */
  record Damaged(long records, long atByte, String what) implements LogEnd {
    @Override
    public String sentence(Path file) {
      return file + ": damaged at byte " + atByte + ": " + what + "; " + salvaged(records);
    }
  }

  private static String salvaged(long records) {
    return switch ((int) Math.min(records, 2)) {
      case 0 -> "no record before it";
      case 1 -> "the one record before it was read";
      default -> "the " + records + " records before it were read";
    };
  }
}
