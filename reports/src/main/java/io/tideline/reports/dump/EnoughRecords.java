package io.tideline.reports.dump;

/** As many records as were asked for have been written: the rest of the log is not read. */
final class EnoughRecords extends RuntimeException {
  private static final long serialVersionUID = 1;

  EnoughRecords() {
    super("as many records as were asked for", null, false, false);
  }
}
