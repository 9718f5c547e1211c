package io.tideline.engine.simlog;

/** The bytes at hand end before the record does. Happens once per buffer, and needs no stack. */
final class RecordCutShort extends Exception {
  private static final long serialVersionUID = 1;

  RecordCutShort() {
    super("more bytes needed", null, false, false);
  }
}
