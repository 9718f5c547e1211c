package io.tideline.engine.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Rate curves by name: the pieces, and the shapes that load tests are usually made of. Rates are in
 * arrivals per second.
 */
public final class Profiles {
  private static final double NANOS_PER_SECOND = 1e9;

  private Profiles() {}

  /** A constant rate. */
  public static RateCurve hold(double rate, Duration lasts) {
    return ramp(rate, rate, lasts);
  }

  /** A straight line, up or down. */
  public static RateCurve ramp(double from, double to, Duration lasts) {
    return new Line(from, to, seconds(lasts));
  }

  /** Nobody arrives. */
  public static RateCurve pause(Duration lasts) {
    return hold(0, lasts);
  }

  /**
   * A staircase: {@code count} holds that begin with {@code first} and rise by {@code rise}.
   *
   * @param each how long one step lasts
   */
  public static RateCurve steps(double first, double rise, int count, Duration each) {
    List<RateCurve> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(hold(first + i * rise, each));
    }
    return new Sequence(steps);
  }

  /**
   * From a base rate to {@code factor} times it and back; what comes before and after is the
   * caller's.
   *
   * @param lasts how long the higher rate lasts
   * @param edge how long each of its two flanks takes; zero for a jump
   */
  public static RateCurve burst(double base, double factor, Duration lasts, Duration edge) {
    RateCurve top = hold(base * factor, lasts);
    if (edge.isZero()) {
      return top;
    }
    return ramp(base, base * factor, edge).then(top).then(ramp(base * factor, base, edge));
  }

  /**
   * Straight lines from corner to corner, such as a day's curve.
   *
   * @param corners at least two, the first at time zero, in order of time; two at one time are a
   *     jump
   */
  public static RateCurve through(List<Corner> corners) {
    if (corners.size() < 2 || !corners.get(0).at().isZero()) {
      throw new IllegalArgumentException(
          "a curve needs at least two corners, of which the first is at time zero");
    }
    List<RateCurve> lines = new ArrayList<>();
    for (int i = 1; i < corners.size(); i++) {
      Corner from = corners.get(i - 1);
      Corner to = corners.get(i);
      if (to.at().compareTo(from.at()) < 0) {
        throw new IllegalArgumentException(
            "corner " + i + " at " + to.at() + " comes before the one at " + from.at());
      }
      if (to.at().compareTo(from.at()) > 0) {
        lines.add(ramp(from.rate(), to.rate(), to.at().minus(from.at())));
      }
    }
    return new Sequence(lines);
  }

  /**
   * A corner of a curve.
   *
   * @param at time since the start
   * @param rate arrivals per second
   */
  public record Corner(Duration at, double rate) {}

  /** A warm-up of 5 s and half a minute at {@code rate}. */
  public static RateCurve smoke(double rate) {
    return hold(rate, Duration.ofSeconds(35));
  }

  /** A minute's ramp, then ten minutes at {@code rate}. */
  public static RateCurve baseline(double rate) {
    return warmUp(rate).then(hold(rate, Duration.ofMinutes(10)));
  }

  /** A minute's ramp, then eight steps of a minute, from {@code rate} to eight times it. */
  public static RateCurve stress(double rate) {
    return warmUp(rate).then(steps(rate, rate, 8, Duration.ofMinutes(1)));
  }

  /** A minute's ramp, two minutes at {@code rate}, five at ten times it, three at {@code rate}. */
  public static RateCurve spike(double rate) {
    return warmUp(rate)
        .then(hold(rate, Duration.ofMinutes(2)))
        .then(burst(rate, 10, Duration.ofMinutes(5), Duration.ZERO))
        .then(hold(rate, Duration.ofMinutes(3)));
  }

  /**
   * A quarter of an hour's ramp, then a day with its curve: quiet at night, busy at noon, busiest
   * in the evening, when it reaches {@code rate}.
   */
  public static RateCurve soak(double rate) {
    double[][] day = {
      {0, 0.3},
      {3, 0.15},
      {6, 0.3},
      {9, 0.8},
      {12, 0.9},
      {14, 0.75},
      {18, 0.9},
      {20.5, 1},
      {22, 0.7},
      {24, 0.3}
    };
    List<Corner> corners = new ArrayList<>();
    for (double[] corner : day) {
      corners.add(new Corner(Duration.ofSeconds(Math.round(corner[0] * 3600)), rate * corner[1]));
    }
    return ramp(0, 0.3 * rate, Duration.ofMinutes(15)).then(through(corners));
  }

  private static RateCurve warmUp(double rate) {
    return ramp(0, rate, Duration.ofMinutes(1));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_SECOND;
  }
}
