package io.tideline.engine.profile;

import java.util.Collections;
import java.util.List;

/**
 * A curve several times over. Whole rounds are counted, so that a year of days needs no more memory
 * than one.
 *
 * @param curve one round, with an integral above 0
 * @param times at least 1
 */
record Repeated(RateCurve curve, int times) implements RateCurve {

  Repeated {
    if (times < 1) {
      throw new IllegalArgumentException(
          "a curve is repeated at least once, not " + times + " times");
    }
  }

  @Override
  public double durationSeconds() {
    return curve.durationSeconds() * times;
  }

  @Override
  public double rate(double seconds) {
    if (seconds < 0 || seconds >= durationSeconds()) {
      return 0;
    }
    return curve.rate(seconds - round(seconds, curve.durationSeconds()) * curve.durationSeconds());
  }

  @Override
  public double peak() {
    return curve.peak();
  }

  @Override
  public double integral(double seconds) {
    double t = Math.max(seconds, 0);
    int round = round(t, curve.durationSeconds());
    return round * curve.total() + curve.integral(t - round * curve.durationSeconds());
  }

  @Override
  public double inverse(double arrivals) {
    double total = curve.total();
    if (total == 0) {
      return 0;
    }
    int round = (int) Math.min(Math.max(Math.ceil(arrivals / total) - 1, 0), times - 1.0);
    return round * curve.durationSeconds() + curve.inverse(arrivals - round * total);
  }

  @Override
  public List<Line> lines() {
    return Collections.nCopies(times, curve.lines()).stream().flatMap(List::stream).toList();
  }

  private int round(double value, double length) {
    return (int) Math.min(Math.floor(value / length), times - 1.0);
  }
}
