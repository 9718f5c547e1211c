package io.tideline.engine.profile;

/** Seconds as nanoseconds. */
final class Nanos {
  static final double PER_SECOND = 1e9;

  private Nanos() {}

  static long of(double seconds) {
    return Math.round(seconds * PER_SECOND);
  }
}
