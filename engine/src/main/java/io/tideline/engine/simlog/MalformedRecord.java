package io.tideline.engine.simlog;

/** A record holds what Gatling does not write. */
final class MalformedRecord extends Exception {
  private static final long serialVersionUID = 1;

  private final int offset;

  /**
   * @param offset of the offending value within the buffer
   * @param what what is wrong, and the value
   */
  MalformedRecord(int offset, String what) {
    super(what, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
