package io.tideline.engine.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Change of what the target holds while it was searched. A fit to all steps takes the target for
 * the same from the first step to the last; where it tires, or is still warming up, the fit
 * describes no moment of it.
 *
 * <p>By least squares over the steps near the limit, {@code ln v = a + b x + d x^2 + c t}, with v
 * the response time that is nearest to its SLO, x the logarithm of the load over the limit and t
 * the hours since the search began. A target that holds less by the hour has c above 0; its
 * capacity changes by {@code exp(-c / b) - 1} an hour. Steps farther than four robust deviations
 * from the curve are left out once. Student's t for c, two-sided, at 5 %: it calls for a second
 * look, and no verdict hangs on it.
 *
 * @param perHour change of the capacity in an hour as a share, below 0 where it falls; NaN where
 *     response times near the limit do not follow the load closely enough to tell
 * @param falling whether less was held from step to step, rather than more
 * @param p chance of so clear a trend in a target that stays the same
 */
public record Trend(double perHour, boolean falling, double p) {
  private static final double LEVEL = 0.05;
  private static final double NEAR = Math.log(1.25);
  private static final int FEWEST = 10;
  private static final double OUTLIER = 4 * 1.4826;
  private static final double CLEAR = 3;
  private static final double MILLIS_PER_HOUR = 3.6e6;
  private static final int X = 1;
  private static final int TIME = 3;

  /** The trend over the steps of a search; empty when there is none, or too few steps to tell. */
  static Optional<Trend> over(List<StepResult> steps, double limit) {
    List<At> near = new ArrayList<>();
    Duration spent = Duration.ZERO;
    for (StepResult result : steps) {
      Step step = result.step();
      Duration middle = spent.plus(step.untilMeasured()).plus(step.measured().dividedBy(2));
      spent = spent.plus(step.duration());
      double x = Math.log(step.load() / limit);
      if (!step.isHold() && (result.isGood() || result.isBad()) && Math.abs(x) <= NEAR) {
        near.add(new At(x, middle.toMillis() / MILLIS_PER_HOUR, result));
      }
    }
    return near.size() < FEWEST ? Optional.empty() : over(near);
  }

  private static Optional<Trend> over(List<At> near) {
    double[] best = null;
    double nearest = 0;
    for (int promise = 0; promise < near.get(0).promises(); promise++) {
      double[] shares = shares(near, promise);
      if (shares.length > 0 && median(shares) > nearest) {
        nearest = median(shares);
        best = shares;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      double x = near.get(i).x();
      points.add(new double[] {Math.log(best[i]), x, x * x, near.get(i).hours()});
    }
    double[] away = new Curve(points, X).residuals();
    double most = OUTLIER * median(Arrays.stream(away).map(Math::abs).toArray());
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < away.length; i++) {
      if (Math.abs(away[i]) <= most) {
        kept.add(points.get(i));
      }
    }
    return kept.size() < FEWEST ? Optional.empty() : of(kept);
  }

  private static Optional<Trend> of(List<double[]> points) {
    Curve inTime = new Curve(points, TIME);
    Curve inLoad = new Curve(points, X);
    if (!Double.isFinite(inTime.t())) {
      return Optional.empty();
    }
    double p = 2 * Math.exp(NormalTail.log(-inTime.normal()));
    double perHour = inLoad.t() > CLEAR ? Math.expm1(-inTime.slope() / inLoad.slope()) : Double.NaN;
    return p < LEVEL ? Optional.of(new Trend(perHour, inTime.slope() > 0, p)) : Optional.empty();
  }

  /** A response time over its limit in each step; none where it is not known in all of them. */
  private static double[] shares(List<At> near, int promise) {
    double[] shares = new double[near.size()];
    for (int i = 0; i < shares.length; i++) {
      List<PromiseFigure> figures = near.get(i).result().figures().promises();
      if (promise >= figures.size()) {
        return new double[0];
      }
      PromiseFigure figure = figures.get(promise);
      double share = figure.measured().value() / figure.promise().limit();
      if (!(share > 0) || Double.isInfinite(share) || figure.promise().metric().equals("errors")) {
        return new double[0];
      }
      shares[i] = share;
    }
    return shares;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** What was seen, in words. */
  public String sentence() {
    String how =
        Double.isNaN(perHour)
            ? falling ? "got slower at equal load" : "got faster at equal load"
            : String.format(
                Locale.ROOT,
                "held %.2g %% %s by the hour",
                100 * Math.abs(perHour),
                falling ? "less" : "more");
    return String.format(
        Locale.ROOT,
        "the target %s while it was searched (p = %.1g): take the load that was held, not the fit",
        how,
        Math.max(p, 1e-4));
  }

  private record At(double x, double hours, StepResult result) {
    int promises() {
      return result.figures().promises().size();
    }
  }

  /**
   * Least squares of a point's first value on the others and a constant, with the slope along one
   * of these: what is left of it when the others have explained what they can.
   */
  private static final class Curve {
    private final double[] residuals;
    private final double slope;
    private final double t;
    private final int freedom;

    Curve(List<double[]> points, int along) {
      int n = points.size();
      List<double[]> columns = new ArrayList<>();
      columns.add(new double[n]);
      Arrays.fill(columns.get(0), 1);
      for (int i = 1; i <= TIME; i++) {
        if (i != along) {
          columns.add(column(points, i));
        }
      }
      columns.add(column(points, along));
      for (int i = 0; i < columns.size(); i++) {
        for (double[] before : columns.subList(0, i)) {
          takeOut(before, columns.get(i));
        }
      }
      double[] last = columns.get(columns.size() - 1);
      double[] values = column(points, 0);
      slope = product(last, values) / product(last, last);
      columns.forEach(each -> takeOut(each, values));
      residuals = values;
      freedom = n - columns.size();
      t = slope / Math.sqrt(product(values, values) / freedom / product(last, last));
    }

    private static double[] column(List<double[]> points, int i) {
      return points.stream().mapToDouble(point -> point[i]).toArray();
    }

    private static void takeOut(double[] what, double[] from) {
      double share = product(what, from) / product(what, what);
      Arrays.setAll(from, i -> from[i] - share * what[i]);
    }

    private static double product(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    double[] residuals() {
      return residuals;
    }

    double slope() {
      return slope;
    }

    double t() {
      return t;
    }

    /**
     * The normal deviate as rare as the size of t (D. L. Wallace, "Bounds on normal approximations
     * to Student's and the chi-square distributions", 1959).
     */
    double normal() {
      double scale = (8.0 * freedom + 1) / (8.0 * freedom + 3);
      return scale * Math.sqrt(freedom * Math.log1p(t * t / freedom));
    }
  }
}
