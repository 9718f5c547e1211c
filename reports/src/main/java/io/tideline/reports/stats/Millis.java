package io.tideline.reports.stats;

/** Milliseconds as seconds. */
final class Millis {
  private static final double PER_SECOND = 1_000;

  private Millis() {}

  static double toSeconds(long millis) {
    return millis / PER_SECOND;
  }
}
