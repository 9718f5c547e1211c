package io.tideline.engine.profile;

import java.util.List;

/**
 * A straight piece of a rate curve: a hold when both ends are alike, else a ramp, up or down.
 *
 * <p>With slope {@code a = (to - from) / duration} the integral is {@code from*t + a*t^2/2}. Its
 * inverse is the smaller root of that parabola, in the form {@code 2n / (from + sqrt(from^2 +
 * 2an))} that loses no digits when the slope or the first rate is near 0 (Press et al., Numerical
 * Recipes, section 5.6).
 *
 * @param from rate at the start, arrivals per second, 0 or more
 * @param to rate at the end, arrivals per second, 0 or more
 * @param durationSeconds length, above 0
 */
public record Line(double from, double to, double durationSeconds) implements RateCurve {

  public Line {
    if (!(from >= 0 && from < Double.POSITIVE_INFINITY)
        || !(to >= 0 && to < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a rate must be 0 or more and finite, not " + from + " to " + to);
    }
    if (!(durationSeconds > 0 && durationSeconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a duration must be above 0 s and finite, not " + durationSeconds);
    }
  }

  @Override
  public double rate(double seconds) {
    return seconds < 0 || seconds >= durationSeconds ? 0 : from + slope() * seconds;
  }

  @Override
  public double peak() {
    return Math.max(from, to);
  }

  @Override
  public double integral(double seconds) {
    double t = Math.min(Math.max(seconds, 0), durationSeconds);
    return t * (from + slope() * t / 2);
  }

  @Override
  public double inverse(double arrivals) {
    if (arrivals <= 0) {
      return 0;
    }
    double root = Math.sqrt(Math.max(0, from * from + 2 * slope() * arrivals));
    return Math.min(2 * arrivals / (from + root), durationSeconds);
  }

  @Override
  public List<Line> lines() {
    return List.of(this);
  }

  private double slope() {
    return (to - from) / durationSeconds;
  }
}
