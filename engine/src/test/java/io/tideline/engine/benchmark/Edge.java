package io.tideline.engine.benchmark;

import java.util.List;

/** How long a burst takes to be there. */
final class Edge {
  private static final long STEP_NANOS = 250_000;
  private static final long WINDOW_NANOS = 10_000_000;
  private static final long LONGEST_NANOS = 2_000_000_000;
  private static final double ENOUGH = 0.9;

  private Edge() {}

  /**
   * Milliseconds from the end of the load's first stretch until 10 ms begin in which 90 % of the
   * second stretch's users come.
   */
  static double millis(Errors errors, List<Stretch> load) {
    long edge = load.get(0).seconds() * 1_000_000_000L;
    double enough = ENOUGH * load.get(1).rate() * WINDOW_NANOS / 1e9;
    long after = 0;
    while (after < LONGEST_NANOS && errors.within(edge + after, WINDOW_NANOS) < enough) {
      after += STEP_NANOS;
    }
    return after / 1e6;
  }
}
