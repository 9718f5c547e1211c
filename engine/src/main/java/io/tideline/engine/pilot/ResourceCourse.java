package io.tideline.engine.pilot;

import io.tideline.engine.pilot.Bottleneck.Move;
import io.tideline.engine.pilot.Bottleneck.Use;
import io.tideline.engine.resource.Consumption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * One resource over the steps of a search that tell of it.
 *
 * @param points in order of load
 * @param atBreak those where promises broke; of a search in which none did, the one at the highest
 *     load
 */
record ResourceCourse(List<Point> points, List<Point> atBreak) {
  private static final double FULL = 0.9;
  private static final double CROWDED = 0.75;
  private static final double MOSTLY = 0.5;

  private static final int LEAST_STEPS = 8;
  private static final double LEAST_CORRELATION = 0.7;
  private static final double BEYOND_CHANCE = 3;
  private static final double SMALLEST_PART = 0.01;

  /** A step's load and what was consumed there. */
  record Point(double load, Consumption consumed) {
    boolean isAtLimit() {
      Double waiting = consumed.waiting();
      Double limit = consumed.limit();
      return ResourceCourse.isAtLimit(
          consumed.share(), waiting == null ? 0 : waiting, limit == null ? Double.NaN : limit);
    }
  }

  /**
   * Nearly all of it is in use; or most of it, while as many wait as there is room for, which is so
   * when work comes in bursts.
   */
  private static boolean isAtLimit(double share, double waiting, double limit) {
    return share >= FULL || (share >= CROWDED && waiting >= limit);
  }

  ResourceCourse(List<Point> points, List<Point> atBreak) {
    this.points = points.stream().sorted(Comparator.comparingDouble(Point::load)).toList();
    this.atBreak = List.copyOf(atBreak);
  }

  /** How it was used where promises broke; empty when its limit is not known. */
  Optional<Use> use() {
    double share = atBreak(Consumption::share);
    if (Double.isNaN(share)) {
      return Optional.empty();
    }
    Consumption one = points.get(0).consumed();
    double waiting =
        atBreak(consumed -> consumed.waiting() == null ? Double.NaN : (double) consumed.waiting());
    double limit =
        atBreak(consumed -> consumed.limit() == null ? Double.NaN : (double) consumed.limit());
    return Optional.of(
        new Use(
            one.source(),
            one.name(),
            one.unit(),
            atBreak(Point::load, atBreak),
            share,
            limit,
            StepRecord.figure(waiting),
            isAtLimit(share, waiting, limit) ? StepRecord.figure(limitFrom()) : null,
            points.get(0).load(),
            StepRecord.figure(one.share())));
  }

  /** The lowest load from which on it was at its limit in most steps up to the break. */
  private double limitFrom() {
    double highest = atBreak.stream().mapToDouble(Point::load).max().orElse(Double.NaN);
    List<Point> upTo = points.stream().filter(point -> point.load() <= highest).toList();
    for (int i = 0; i < upTo.size(); i++) {
      List<Point> rest = upTo.subList(i, upTo.size());
      double share = (double) rest.stream().filter(Point::isAtLimit).count() / rest.size();
      if (upTo.get(i).isAtLimit() && share >= MOSTLY) {
        return upTo.get(i).load();
      }
    }
    return Double.NaN;
  }

  /** How it moved with the load; empty when that may be chance, or there are too few steps. */
  Optional<Move> move() {
    int n = points.size();
    if (n < LEAST_STEPS || atBreak.isEmpty()) {
      return Optional.empty();
    }
    double[] loads = points.stream().mapToDouble(Point::load).toArray();
    double[] means = points.stream().mapToDouble(point -> point.consumed().mean()).toArray();
    double rho = RankCorrelation.of(loads, means);
    boolean moves =
        Math.abs(rho) >= LEAST_CORRELATION && Math.abs(rho) * Math.sqrt(n - 1) >= BEYOND_CHANCE;
    Consumption first = points.get(0).consumed();
    return moves
        ? Optional.of(
            new Move(
                first.source(),
                first.name(),
                first.unit(),
                points.get(0).load(),
                first.mean(),
                atBreak(Point::load, atBreak),
                atBreak(Consumption::mean),
                rho,
                n))
        : Optional.empty();
  }

  /** By what factor it rose or fell, as a logarithm; what was 0 counts as a hundredth. */
  static double fold(Move move) {
    double low = Math.abs(move.from());
    double high = Math.abs(move.to());
    double least = SMALLEST_PART * Math.max(low, high);
    return least > 0 ? Math.abs(Math.log(Math.max(high, least) / Math.max(low, least))) : 0;
  }

  private double atBreak(ToDoubleFunction<Consumption> figure) {
    return atBreak(point -> figure.applyAsDouble(point.consumed()), atBreak);
  }

  /** The median of what is known. */
  private static double atBreak(ToDoubleFunction<Point> figure, List<Point> of) {
    double[] sorted =
        of.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value)).sorted().toArray();
    OptionalDouble median =
        DoubleStream.of(sorted)
            .skip(Math.max(0, (sorted.length - 1) / 2))
            .limit(sorted.length % 2 == 0 ? 2 : 1)
            .average();
    return median.orElse(Double.NaN);
  }
}
