package io.tideline.engine.simlog;

/** The first byte of each record. */
final class RecordType {
  static final byte RUN = 0;
  static final byte REQUEST = 1;
  static final byte USER = 2;
  static final byte GROUP = 3;
  static final byte ERROR = 4;

  private RecordType() {}

  /** Whether a record of this type can follow another; the run's record is always the first. */
  static boolean canFollow(byte type) {
    return type >= REQUEST && type <= ERROR;
  }
}
