package io.tideline.reports.band;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where a long history of one metric changed: an audit for people to read, no gate.
 *
 * <p>E-divisive: a stretch is cut where the energy distance of its two parts is largest,
 *
 * <pre>
 *   q(k) = (k (n-k) / n) * (2 E|X - Y| - E|X - X'| - E|Y - Y'|)
 * </pre>
 *
 * with X before and Y after the cut, and each part is then cut in turn (D. S. Matteson and N. A.
 * James, "A nonparametric approach for multiple change point analysis of multivariate data", 2014).
 * In place of their permutations, which a chance of 1e-5 would need millions of, Student's t test
 * decides, as in M. Fleming and others, "Hunter: Using change point detection to hunt for
 * performance regressions", 2023. A cut is the best of many, so that its p-value is too small; that
 * is why so little is allowed.
 */
public final class ChangePoints {
  /** The p-value that a change may have. */
  public static final double CHANCE = 1e-5;

  /** Fewest runs on each side of a change. */
  static final int SHORTEST = 4;

  /** Fewest values that can have a change. */
  public static final int FEWEST_VALUES = 2 * SHORTEST;

  private final List<Double> logs;

  private ChangePoints(List<Double> logs) {
    this.logs = logs;
  }

  /**
   * The changes, in order.
   *
   * @param values above 0, the oldest first
   */
  public static List<ChangePoint> of(List<Double> values) {
    ChangePoints audit = new ChangePoints(Logs.of(values));
    TreeSet<Integer> cuts = new TreeSet<>();
    audit.cut(0, values.size(), cuts);
    return audit.weeded(cuts);
  }

  private void cut(int from, int to, TreeSet<Integer> cuts) {
    if (to - from < FEWEST_VALUES) {
      return;
    }
    int at = best(from, to);
    if (chance(from, at, to) <= CHANCE) {
      cuts.add(at);
      cut(from, at, cuts);
      cut(at, to, cuts);
    }
  }

  /** Leaves out, the weakest first, what does not hold between its neighbours. */
  private List<ChangePoint> weeded(TreeSet<Integer> cuts) {
    while (true) {
      List<ChangePoint> points = points(cuts);
      ChangePoint weakest = null;
      for (ChangePoint point : points) {
        if (weakest == null || point.chance() > weakest.chance()) {
          weakest = point;
        }
      }
      if (weakest == null || weakest.chance() <= CHANCE) {
        return points;
      }
      cuts.remove(weakest.index());
    }
  }

  private List<ChangePoint> points(TreeSet<Integer> cuts) {
    List<ChangePoint> points = new ArrayList<>();
    for (int at : cuts) {
      Integer before = cuts.lower(at);
      Integer after = cuts.higher(at);
      int from = before == null ? 0 : before;
      int to = after == null ? logs.size() : after;
      points.add(
          new ChangePoint(
              at,
              Math.exp(part(from, at).mean()),
              Math.exp(part(at, to).mean()),
              chance(from, at, to)));
    }
    return points;
  }

  /** The cut with the largest energy distance; sums are carried from one cut to the next. */
  private int best(int from, int to) {
    double left = 0;
    double right = 0;
    for (int i = from; i < to; i++) {
      right += distances(i, i + 1, to);
    }
    double between = 0;
    int best = from + SHORTEST;
    double largest = Double.NEGATIVE_INFINITY;
    for (int at = from + 1; at <= to - SHORTEST; at++) {
      double toLeft = distances(at - 1, from, at - 1);
      double toRight = distances(at - 1, at, to);
      left += toLeft;
      right -= toRight;
      between += toRight - toLeft;
      double energy = energy(at - from, to - at, new double[] {between, left, right});
      if (at - from >= SHORTEST && energy > largest) {
        largest = energy;
        best = at;
      }
    }
    return best;
  }

  /** q of parts of these sizes, from the sums of distances between, left and right. */
  private static double energy(int left, int right, double[] sums) {
    double pairsLeft = Math.max(1, left * (left - 1) / 2.0);
    double pairsRight = Math.max(1, right * (right - 1) / 2.0);
    double distance =
        2 * sums[0] / ((double) left * right) - sums[1] / pairsLeft - sums[2] / pairsRight;
    return (double) left * right / (left + right) * distance;
  }

  private double distances(int of, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs(logs.get(of) - logs.get(i));
    }
    return sum;
  }

  /** Two-sided p-value of Student's t for the stretches before and after {@code at}. */
  private double chance(int from, int at, int to) {
    Moments before = part(from, at);
    Moments after = part(at, to);
    int freedom = before.freedom() + after.freedom();
    double variance = (before.squares() + after.squares()) / freedom;
    double error = Math.sqrt(variance * (1.0 / before.count() + 1.0 / after.count()));
    double difference = Math.abs(after.mean() - before.mean());
    if (difference == 0) {
      return 1;
    }
    return 2 * TDistribution.of(freedom).survivalProbability(difference / error);
  }

  private Moments part(int from, int to) {
    return Moments.of(logs.subList(from, to));
  }
}
