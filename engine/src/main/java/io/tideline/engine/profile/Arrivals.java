package io.tideline.engine.profile;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A sequence of arrivals, each known by its index: when arrival k is due follows from k alone, in
 * whatever order one asks. Times are nanoseconds from the first instant of the run and never fall
 * as k grows. Instances may be shared between threads.
 */
public interface Arrivals {

  /** How many there are. */
  long count();

  /** When arrival {@code k} is due, for k from 0 to {@link #count} - 1. */
  long dueNanos(long k);

  /** How many are due before {@code seconds}; all of them from the curve's end on. */
  long dueBefore(double seconds);

  /** Largest rate, in arrivals per second, that is planned for. */
  double peak();

  /** Evenly spaced arrivals along {@code curve}; see {@link Even}. */
  static Arrivals even(RateCurve curve) {
    return new Even(curve);
  }

  /** Arrivals of a Poisson process with the rate of {@code curve}; see {@link Poisson}. */
  static Arrivals poisson(RateCurve curve, long seed) {
    return new Poisson(curve, seed);
  }

  /** The arrivals recorded in {@code file}; see {@link Recorded}. */
  static Arrivals recorded(Path file) throws IOException {
    return Recorded.read(file);
  }
}
