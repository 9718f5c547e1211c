package io.tideline.engine.plan;

import java.time.Duration;

/**
 * The numbers that options can set.
 *
 * @param rate new users per second at level 1
 * @param seed what all draws begin with
 * @param speedup by how much all phases are shortened
 * @param duration how long the measured phases last together; zero when nothing was said
 * @param slice the part of the arrivals that this generator takes
 */
record Numbers(double rate, long seed, double speedup, Duration duration, Slice slice) {

  /** What the options say, and {@code rate} and {@code seed} where they say nothing. */
  static Numbers read(Options options, double rate, long seed, Problems problems) {
    AskedOptions asked = new AskedOptions(options, problems);
    return new Numbers(
        asked.value("rate", Values.POSITIVE, rate),
        asked.value("seed", Values.WHOLE, seed),
        asked.value("speedup", Values.POSITIVE, 1.0),
        asked.value("duration", Values.DURATION, Duration.ZERO),
        asked.value("slice", Values.SLICE, Slice.WHOLE));
  }
}
