package io.tideline.reports.drift;

import io.tideline.reports.drift.Blocks.Point;
import io.tideline.reports.testkit.SampleSoak;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Soaks that never were, by named shapes whose parameters are drawn for each series: a value a
 * minute around 100.
 *
 * @param name what the target does
 * @param leaks whether it leaks
 * @param shape how its level is drawn, as a share of 100
 */
record SoakShapes(String name, boolean leaks, Shape shape) {
  private static final int MINUTES = 60;

  /** Parameters to draw from. */
  record Ranges(double riseLow, double riseHigh, double shift) {
    /** For choices. */
    static final Ranges TUNING = new Ranges(0.15, 0.40, 0);

    /** For tables. */
    static final Ranges TABLE = new Ranges(0.20, 0.50, 0.37);
  }

  /** A series being drawn. */
  static final class Drawn {
    final double hours;
    final SplittableRandom random;
    final Ranges ranges;
    final double[] level;
    final double[] load;
    boolean loaded;

    Drawn(double hours, SplittableRandom random, Ranges ranges) {
      this.hours = hours;
      this.random = random;
      this.ranges = ranges;
      this.level = new double[(int) Math.round(hours * MINUTES)];
      this.load = new double[level.length];
      java.util.Arrays.fill(load, 1);
    }

    double between(double low, double high) {
      return low + (high - low) * random.nextDouble();
    }

    double rise() {
      return between(ranges.riseLow, ranges.riseHigh);
    }

    /** Adds a course; the argument is the share of the run. */
    void add(java.util.function.DoubleUnaryOperator course) {
      for (int i = 0; i < level.length; i++) {
        level[i] += course.applyAsDouble((i + 0.5) / level.length);
      }
    }

    void day() {
      loaded = true;
      double phase = ranges.shift;
      boolean plan = random.nextBoolean();
      for (int i = 0; i < load.length; i++) {
        double x = (i + 0.5) / load.length;
        load[i] =
            plan
                ? SampleSoak.load(24 * x)
                : 0.55
                    - 0.35 * Math.cos(2 * Math.PI * (x - 0.05 * phase))
                    - 0.1 * Math.cos(4 * Math.PI * (x - 0.1 - 0.1 * phase));
      }
    }

    double loadAt(double share) {
      int i = (int) Math.floor(share * load.length);
      return load[Math.max(0, Math.min(load.length - 1, i))];
    }
  }

  /** How a level is drawn. */
  interface Shape {
    void draw(Drawn d);
  }

  static List<SoakShapes> healthy() {
    List<SoakShapes> all = new ArrayList<>();
    all.add(new SoakShapes("flat", false, d -> {}));
    for (int end : new int[] {30, 45, 60, 70, 75, 80, 85, 90, 95}) {
      all.add(
          new SoakShapes(
              "fills up, full at " + end + " % of the run",
              false,
              d -> {
                double rise = d.rise();
                d.add(x -> rise * Math.min(1, x / (end / 100.0)));
              }));
    }
    all.add(
        new SoakShapes(
            "logarithmic warm-up",
            false,
            d -> {
              double tau = d.between(0.005, 0.05 + 0.1 * d.ranges.shift);
              double rise = d.rise() * 1.2;
              d.add(x -> rise * Math.log1p(x / tau) / Math.log1p(1 / tau));
            }));
    all.add(
        new SoakShapes(
            "exponential warm-up",
            false,
            d -> {
              double tau = d.between(0.05, 0.35 + 0.1 * d.ranges.shift);
              double rise = d.rise();
              d.add(x -> rise * (1 - Math.exp(-x / tau)));
            }));
    for (double late : new double[] {0, 1, 2, 3, 4, 6}) {
      all.add(
          new SoakShapes(
              "follows the load, " + (int) late + " h late",
              false,
              d -> {
                d.day();
                double rise = d.rise();
                d.add(x -> rise * d.loadAt(x - late / d.hours));
              }));
    }
    all.add(
        new SoakShapes(
            "follows the load by a delay of first order",
            false,
            d -> {
              d.day();
              double rise = d.rise();
              double tau = d.between(1, 3.5) / d.hours * d.load.length;
              double held = d.load[0];
              for (int i = 0; i < d.load.length; i++) {
                held += (d.load[i] - held) / tau;
                d.level[i] += rise * held;
              }
            }));
    all.add(
        new SoakShapes(
            "pool that keeps the day's highest",
            false,
            d -> {
              d.day();
              double rise = d.rise();
              double most = 0;
              for (int i = 0; i < d.load.length; i++) {
                most = Math.max(most, d.load[i]);
                d.level[i] += rise * most;
              }
            }));
    all.add(
        new SoakShapes(
            "follows the day's load",
            false,
            d -> {
              d.day();
              double rise = d.rise();
              d.add(x -> rise * d.loadAt(x) * d.loadAt(x));
            }));
    for (double[] period : new double[][] {{0.1, 0.3}, {0.4, 1}, {1, 2.5}, {2.5, 4}}) {
      all.add(
          new SoakShapes(
              "collections every " + period[0] + " to " + period[1] + " h",
              false,
              d -> tooth(d, d.between(period[0], period[1]), 0)));
    }
    all.add(
        new SoakShapes(
            "one step up",
            false,
            d -> {
              double at = d.between(0.1, 0.9);
              double by = d.rise() / 4;
              d.add(x -> x > at ? by : 0);
            }));
    all.add(
        new SoakShapes(
            "warms up again after a restart",
            false,
            d -> {
              double at = d.between(0.3, 0.8);
              double by = d.rise();
              double tau = d.between(0.02, 0.06);
              d.add(x -> by * (1 - Math.exp(-(x > at ? x - at : x + 0.1) / tau)));
            }));
    all.add(
        new SoakShapes(
            "falls",
            false,
            d -> {
              double by = d.between(0.001, 0.02);
              d.add(x -> -by * x * d.hours + 0.3);
            }));
    return all;
  }

  private static void tooth(Drawn d, double period, double growth) {
    double height = d.rise();
    double phase = d.random.nextDouble();
    d.add(
        x -> {
          double at = x * d.hours / period + phase;
          double begun = Math.floor(at) - phase;
          return height * (at - Math.floor(at)) + growth * Math.max(0, begun * period);
        });
  }

  static List<SoakShapes> leaks(double perHour) {
    List<SoakShapes> all = new ArrayList<>();
    all.add(new SoakShapes("linear", true, d -> d.add(x -> perHour * x * d.hours)));
    for (int from : new int[] {30, 45, 60, 70, 80}) {
      all.add(
          new SoakShapes(
              "begins at " + from + " % of the run",
              true,
              d -> d.add(x -> perHour * d.hours * Math.max(0, x - from / 100.0))));
    }
    for (double[] period : new double[][] {{0.1, 0.3}, {0.4, 1}, {1, 2.5}}) {
      all.add(
          new SoakShapes(
              "collections every " + period[0] + " to " + period[1] + " h, rising floor",
              true,
              d -> tooth(d, d.between(period[0], period[1]), perHour)));
    }
    for (int restarts = 1; restarts <= 3; restarts++) {
      int count = restarts;
      all.add(
          new SoakShapes(
              count == 1 ? "interrupted by a restart" : "interrupted by " + count + " restarts",
              true,
              d -> {
                double[] at = new double[count];
                for (int i = 0; i < count; i++) {
                  at[i] = (i + 1 + d.between(-0.3, 0.3)) / (count + 1);
                }
                d.add(
                    x -> {
                      double since = 0;
                      for (double each : at) {
                        since = x > each ? each : since;
                      }
                      return perHour * d.hours * (x - since);
                    });
              }));
    }
    all.add(
        new SoakShapes(
            "in steps, one to two hours apart",
            true,
            d -> {
              double every = d.between(1, 2) / d.hours;
              double phase = d.random.nextDouble();
              d.add(x -> perHour * d.hours * every * Math.floor(x / every + phase));
            }));
    all.add(
        new SoakShapes(
            "linear, and follows the day's load",
            true,
            d -> {
              d.day();
              double rise = d.rise();
              d.add(x -> rise * d.loadAt(x) + perHour * x * d.hours);
            }));
    all.add(
        new SoakShapes(
            "linear, after a warm-up",
            true,
            d -> {
              double tau = d.between(0.05, 0.15);
              double rise = d.rise();
              d.add(x -> rise * (1 - Math.exp(-x / tau)) + perHour * x * d.hours);
            }));
    return all;
  }

  /** A series of it. */
  Drawn draw(double hours, double sigma, double lasts, Ranges ranges, SplittableRandom random) {
    Drawn drawn = new Drawn(hours, random, ranges);
    shape.draw(drawn);
    double kept = lasts > 0 ? Math.exp(-1 / lasts) : 0;
    double fresh = sigma * Math.sqrt(1 - kept * kept);
    double value = sigma * random.nextGaussian();
    for (int i = 0; i < drawn.level.length; i++) {
      drawn.level[i] += value;
      value = kept * value + fresh * random.nextGaussian();
    }
    return drawn;
  }

  /** The question that a run puts which has come to {@code until} hours. */
  static Question question(Drawn drawn, double until) {
    List<Point> points = new ArrayList<>();
    int count = (int) Math.round(until * MINUTES);
    for (int i = 0; i < count; i++) {
      points.add(new Point(i / (double) MINUTES, 100 * (1 + drawn.level[i])));
    }
    points.add(new Point(until, points.get(count - 1).value()));
    Blocks blocks = Blocks.of(points, until / 4, 0.25, Blocks.Reduction.MINIMUM);
    Question.Scale scale = Question.Scale.levels(Double.MIN_NORMAL);
    if (!drawn.loaded) {
      return new Question(blocks, new double[0], scale, EarlierSoaks.NONE);
    }
    double[] loads = new double[blocks.size()];
    for (int i = 0; i < loads.length; i++) {
      loads[i] = mean(drawn.load, blocks.hours()[i]);
    }
    int cells = (int) Math.floor(until / 0.25);
    double[] middles = new double[cells];
    double[] course = new double[cells];
    for (int i = 0; i < cells; i++) {
      middles[i] = (i + 0.5) / 4;
      course[i] = mean(drawn.load, middles[i]);
    }
    return new Question(blocks, loads, scale, EarlierSoaks.NONE, new LoadCourse(middles, course));
  }

  static double mean(double[] perMinute, double hour) {
    int from = Math.max(0, (int) Math.round((hour - 0.125) * MINUTES));
    int to = Math.min(perMinute.length, from + 15);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += perMinute[i];
    }
    return sum / Math.max(1, to - from);
  }
}
