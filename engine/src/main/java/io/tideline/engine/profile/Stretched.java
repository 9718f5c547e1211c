package io.tideline.engine.profile;

import java.util.List;

/**
 * A curve with another rate and another pace: at time t it has {@code rateFactor} times the rate
 * that the curve has at {@code pace * t}. Substituting in the integral: {@code rateFactor / pace *
 * integral(pace * t)}.
 *
 * <ul>
 *   <li>scaled by f: rate factor f, pace 1
 *   <li>sped up by f: rate factor 1, pace f; the rates stay, the count falls to 1/f
 *   <li>compressed by f: rate factor f, pace f; the count stays, the rates rise f times
 * </ul>
 *
 * @param curve what is changed
 * @param rateFactor above 0
 * @param pace above 0
 */
record Stretched(RateCurve curve, double rateFactor, double pace) implements RateCurve {

  Stretched {
    if (!(rateFactor > 0 && rateFactor < Double.POSITIVE_INFINITY)
        || !(pace > 0 && pace < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a factor must be above 0 and finite, not " + rateFactor + " and " + pace);
    }
  }

  @Override
  public double durationSeconds() {
    return curve.durationSeconds() / pace;
  }

  @Override
  public double rate(double seconds) {
    return rateFactor * curve.rate(pace * seconds);
  }

  @Override
  public double peak() {
    return rateFactor * curve.peak();
  }

  @Override
  public double integral(double seconds) {
    return rateFactor / pace * curve.integral(pace * seconds);
  }

  @Override
  public double inverse(double arrivals) {
    return curve.inverse(arrivals * pace / rateFactor) / pace;
  }

  @Override
  public List<Line> lines() {
    return curve.lines().stream()
        .map(
            line ->
                new Line(
                    rateFactor * line.from(),
                    rateFactor * line.to(),
                    line.durationSeconds() / pace))
        .toList();
  }
}
