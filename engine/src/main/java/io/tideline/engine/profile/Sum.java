package io.tideline.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Two curves at once, from one start; the shorter one adds nothing after its end. The integral is
 * the sum of the integrals; its inverse is found numerically.
 *
 * @param first one curve
 * @param second the other
 */
record Sum(RateCurve first, RateCurve second) implements RateCurve {
  /** Cuts closer than this are one that rounding has split. */
  private static final double LEAST_SECONDS = 1e-9;

  @Override
  public double durationSeconds() {
    return Math.max(first.durationSeconds(), second.durationSeconds());
  }

  @Override
  public double rate(double seconds) {
    return first.rate(seconds) + second.rate(seconds);
  }

  /** An upper bound: the peaks need not fall together. */
  @Override
  public double peak() {
    return first.peak() + second.peak();
  }

  @Override
  public double integral(double seconds) {
    return first.integral(seconds) + second.integral(seconds);
  }

  @Override
  public double inverse(double arrivals) {
    return Inverse.of(this, arrivals);
  }

  /** Cut wherever a piece of either curve ends; between two cuts a sum of lines is a line. */
  @Override
  public List<Line> lines() {
    TreeSet<Double> cuts = new TreeSet<>();
    addEnds(first, cuts);
    addEnds(second, cuts);
    List<Line> lines = new ArrayList<>();
    double from = 0;
    for (double to : cuts) {
      if (to - from > LEAST_SECONDS) {
        double quarter = (to - from) / 4;
        double early = rate(from + quarter);
        double late = rate(to - quarter);
        double rise = (late - early) / 2;
        lines.add(new Line(Math.max(0, early - rise), Math.max(0, late + rise), to - from));
        from = to;
      }
    }
    return lines;
  }

  private static void addEnds(RateCurve curve, TreeSet<Double> ends) {
    double end = 0;
    for (Line line : curve.lines()) {
      end += line.durationSeconds();
      ends.add(end);
    }
  }
}
