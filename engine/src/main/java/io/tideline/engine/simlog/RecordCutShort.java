package io.tideline.engine.simlog;

/** The bytes at hand end before the record does. Happens once per buffer, so it costs no stack. */
final class RecordCutShort extends Exception {
  private static final long serialVersionUID = 1;
  static final RecordCutShort INSTANCE = new RecordCutShort();

  private RecordCutShort() {
    super("more bytes needed", null, false, false);
  }
}
