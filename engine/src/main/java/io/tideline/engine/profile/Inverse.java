package io.tideline.engine.profile;

/**
 * Inverts an integral that has no inverse in closed form, by bisection. An integral never falls, so
 * the earliest time at which it reaches a count is found however flat or steep it is; halving a day
 * to under a nanosecond takes 47 steps.
 */
final class Inverse {
  private static final double RESOLUTION_SECONDS = 1e-9;

  private Inverse() {}

  /** Earliest time in seconds at which {@code curve}'s integral reaches {@code arrivals}. */
  static double of(RateCurve curve, double arrivals) {
    double early = 0;
    double late = curve.durationSeconds();
    if (arrivals <= 0) {
      return 0;
    }
    while (late - early > RESOLUTION_SECONDS) {
      double middle = early + (late - early) / 2;
      if (middle <= early || middle >= late) {
        break;
      }
      if (curve.integral(middle) >= arrivals) {
        late = middle;
      } else {
        early = middle;
      }
    }
    return late;
  }
}
