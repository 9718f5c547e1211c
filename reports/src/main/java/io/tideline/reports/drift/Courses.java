package io.tideline.reports.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well each of the courses that a series may take accounts for its blocks.
 *
 * @param logs log evidence of each course in their order, less that of {@link Course#HOLDS}
 */
record Courses(double[] logs) {
  /** Correlations of neighbouring blocks. */
  private static final double[] PHI = {0, 0.2, 0.4, 0.55, 0.7, 0.8, 0.88, 0.94, 0.98};

  private static final int PLACES = 24;

  /** What a series may do. */
  enum Course {
    /** It stays. */
    HOLDS,
    /** It becomes less. */
    FALLS,
    /** It grows in a line to the end. */
    GROWS,
    /** It grows up to a cap, or ever more slowly. */
    SATURATES,
    /** It rises once. */
    STEPS,
    /** It begins to grow in the course of the run. */
    BEGINS,
    /** It grows by two slopes, the second of which goes on. */
    BENDS
  }

  double log(Course course) {
    return logs[course.ordinal()];
  }

  /** Log of the mean evidence of several courses. */
  double of(Course... courses) {
    return mean(Arrays.stream(courses).mapToDouble(this::log).toArray());
  }

  /**
   * Of blocks.
   *
   * @param wandering weight of lasting noise: prior of a correlation phi is in proportion to (1 -
   *     phi)^(1 - wandering)
   */
  static Courses of(Blocks blocks, double blockHours, double wandering) {
    int n = blocks.size();
    double[] t = blocks.hours();
    double[] gaps = new double[n];
    for (int i = 1; i < n; i++) {
      gaps[i] = Math.max(1, (t[i] - t[i - 1]) / blockHours);
    }
    NoiseModel noise = new NoiseModel(blocks.values(), gaps);
    double[][] by = new double[Course.values().length][PHI.length];
    Shapes shapes = Shapes.of(t);
    double whole = 0;
    for (double phi : PHI) {
      whole += Math.pow(1 - phi, 1 - wandering);
    }
    for (int i = 0; i < PHI.length; i++) {
      double phi = PHI[i];
      NoiseModel.Whitened white = noise.new Whitened(phi);
      double prior = Math.log(Math.pow(1 - phi, 1 - wandering) / whole);
      by[Course.HOLDS.ordinal()][i] = prior + white.evidence(0);
      by[Course.FALLS.ordinal()][i] = prior + white.evidence(-1, shapes.line());
      by[Course.GROWS.ordinal()][i] = prior + white.evidence(1, shapes.line());
      by[Course.SATURATES.ordinal()][i] = prior + each(white, shapes.saturating());
      by[Course.STEPS.ordinal()][i] = prior + each(white, shapes.steps());
      by[Course.BEGINS.ordinal()][i] = prior + each(white, shapes.late());
      by[Course.BENDS.ordinal()][i] = prior + bends(white, shapes);
    }
    double holds = sum(by[Course.HOLDS.ordinal()]);
    return new Courses(Arrays.stream(by).mapToDouble(all -> sum(all) - holds).toArray());
  }

  private static double each(NoiseModel.Whitened white, List<double[]> shapes) {
    return mean(shapes.stream().mapToDouble(shape -> white.evidence(1, shape)).toArray());
  }

  private static double bends(NoiseModel.Whitened white, Shapes shapes) {
    double[] logs = new double[shapes.bends().size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = white.evidence(1, shapes.bends().get(i), shapes.line());
    }
    return mean(logs);
  }

  private static double sum(double[] logs) {
    return mean(logs) + Math.log(logs.length);
  }

  private static double mean(double[] logs) {
    double most = Arrays.stream(logs).max().orElse(Double.NEGATIVE_INFINITY);
    return most
        + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - most)).average().orElse(0));
  }

  /** Regressors, each from 0 to 1. */
  private record Shapes(
      double[] line,
      List<double[]> saturating,
      List<double[]> steps,
      List<double[]> late,
      List<double[]> bends) {
    static Shapes of(double[] t) {
      int n = t.length;
      double first = t[0];
      double last = t[n - 1];
      double span = last - first;
      List<double[]> saturating = new ArrayList<>();
      List<double[]> steps = new ArrayList<>();
      List<double[]> late = new ArrayList<>();
      List<double[]> bends = new ArrayList<>();
      for (int i = 2; i < PLACES; i++) {
        double at = first + span * i / PLACES;
        double left = (last - at) / span;
        if (left >= 0.1) {
          saturating.add(scaled(t, x -> Math.min(x, at)));
        }
        late.add(scaled(t, x -> Math.max(0, x - at)));
        steps.add(scaled(t, x -> x > at ? 1 : 0));
      }
      for (int i = 0; i < 10; i++) {
        double tau = span * 0.05 * Math.pow(0.6 / 0.05, i / 9.0);
        double[] curve = scaled(t, x -> 1 - Math.exp(-(x - first) / tau));
        saturating.add(curve);
        if (i < 7) {
          bends.add(curve);
        }
      }
      for (double tau : new double[] {0.01, 0.03, 0.1, 0.3}) {
        for (int twice = 0; twice < 2; twice++) {
          saturating.add(scaled(t, x -> Math.log1p(x / (tau * last))));
        }
      }
      return new Shapes(scaled(t, x -> x), saturating, steps, late, bends);
    }

    private static double[] scaled(double[] t, java.util.function.DoubleUnaryOperator shape) {
      double[] values = Arrays.stream(t).map(shape).toArray();
      double low = Arrays.stream(values).min().orElse(0);
      double high = Arrays.stream(values).max().orElse(1);
      return Arrays.stream(values).map(v -> high > low ? (v - low) / (high - low) : 0).toArray();
    }
  }
}
