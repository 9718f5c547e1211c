package io.tideline.reports.stats;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.stats.PercentileInterval.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The 95 % intervals of the percentiles of a scope, by how its requests behave over time. The
 * textbook's interval takes each request for an independent draw; requests stall together, and then
 * it is far too narrow.
 *
 * <p>In each interval of the time line, count by how much more requests exceed a value than their
 * share of all who do. With S the variance of these sums for each request, from the slowest {@link
 * Waves} of that series, the value is the true percentile p as far as its own share is within
 *
 * <pre>
 *   p +- h,  h = max( t[20, .975] * sqrt(S_20 / n), t[8, .975] * sqrt(S_8 / n) )
 * </pre>
 *
 * where S_20 and S_8 are the mean powers of the 20 and 8 slowest waves (R. S. Woodruff, "Confidence
 * Intervals for Medians and Other Position Measures", 1952, with the variance of dependent counts).
 * That holds where the run is long beside all that it had; there is none where the run shows that
 * it is not:
 *
 * <ul>
 *   <li>fewer than {@value #LEAST_BEYOND} requests lie beyond the percentile, or by their variance
 *       they count for fewer than {@value #LEAST_COUNTED} independent ones;
 *   <li>a handful of moments carries the figure: the skewness of the sum is that of fewer than
 *       sixteen events ({@code 1 / skewness^2});
 *   <li>slow waves are stronger than the ones above them, of the counts or of response times as a
 *       whole: what the run saw of such a change is a few turns of it.
 * </ul>
 *
 * <p>What did not happen in the run, or changes over a time longer than it, no run can tell.
 */
final class PercentileIntervals {
  /** Fewest requests beyond a percentile. */
  static final int LEAST_BEYOND = 20;

  /** The same by what they count for: requests of one stall do not count for one each. */
  static final int LEAST_COUNTED = 16;

  /** Fewest intervals of the time line. */
  static final int LEAST_LENGTH = 40;

  private static final int MANY = 20;
  private static final int SOME = 8;

  /** Student's t at 0.975 for as many degrees of freedom. */
  private static final double T_MANY = 2.086;

  private static final double T_SOME = 2.306;

  /** Above these the slow waves of independent values are in some 2 of 100 runs. */
  private static final double MOST_SLOW = 2.4;

  private static final double MOST_LOW = 2.15;
  private static final double SLOW_CORNER = 5;
  private static final int LAST_WAVE = 100;

  /** From this wave on: the band above that {@link #MOST_LOW} goes by. */
  private static final int HIGH_BAND = 41;

  private static final int LEAST_WAVES_FOR_BANDS = 80;
  private static final double MOST_SKEW = 0.24;

  /** Skewness that is no sign of stalls, as a multiple of that of so many independent requests. */
  private static final double ODDLY_SKEW = 1.3;

  private static final int LEAST_BLOCKS = 36;

  /**
   * {@code (1/6 + t^2/3) / t}: by how much a skewness of 1 shifts an interval, as a share of its
   * half width.
   */
  private static final double SHIFT = 0.775;

  /** Logarithms of response times are cut at these, so that stalls are no change of the whole. */
  private static final double BODY = 0.1;

  private final List<CountedTimes> intervals;
  private final CountedTimes all;
  private final boolean bodyWanders;

  private PercentileIntervals(List<CountedTimes> intervals, CountedTimes all) {
    this.intervals = intervals;
    this.all = all;
    this.bodyWanders = all.count() > 0 && wanders(waves(body()));
  }

  /** Of a scope's phases; without a phase, of all but the warm-up. */
  static PercentileIntervals of(Run run, Scope scope) {
    TimeLine line = run.timeLine();
    List<PackedTimes> times = new ArrayList<>();
    for (PhaseRow phase : run.phases()) {
      boolean counted =
          scope.phase() == null ? !phase.warmUp() : phase.name().equals(scope.phase());
      if (counted) {
        int from = line.from(phase.startSeconds());
        int to = line.from(phase.startSeconds() + phase.durationSeconds());
        times.addAll(line.times(scope, from, to));
      }
    }
    return of(times);
  }

  /** Of the times in each of equal intervals, in order. */
  static PercentileIntervals of(List<PackedTimes> times) {
    TimeCounts all = new TimeCounts();
    times.forEach(all::add);
    return new PercentileIntervals(
        times.stream().map(CountedTimes::of).toList(), CountedTimes.of(all.pack()));
  }

  /**
   * The interval of a percentile, or why there is none.
   *
   * @param value the percentile as it is reported, which its interval contains
   */
  PercentileInterval around(double value, double quantile) {
    double beyond = Math.min(quantile, 1 - quantile);
    if (intervals.size() < LEAST_LENGTH) {
      return PercentileInterval.none(Missing.SHORT);
    }
    if (all.count() * beyond < LEAST_BEYOND) {
      return PercentileInterval.none(Missing.FEW);
    }
    double[] series = exceeding(all.at(quantile));
    Waves waves = waves(series);
    double skewness = skewness(series);
    Optional<Missing> missing = missing(Math.abs(skewness), waves, quantile);
    return missing.isPresent()
        ? PercentileInterval.none(missing.get())
        : interval(value, quantile, halfWidth(waves), skewness);
  }

  private Optional<Missing> missing(double skewness, Waves waves, double quantile) {
    double beyond = Math.min(quantile, 1 - quantile);
    double counted = quantile * (1 - quantile) / waves.mean(1, MANY) * beyond;
    if (bodyWanders || wanders(waves)) {
      return Optional.of(Missing.WANDERS);
    }
    double skew = Math.max(MOST_SKEW, ODDLY_SKEW / Math.sqrt(beyond * all.count()));
    return counted < LEAST_COUNTED || skewness > skew || halfWidth(waves) >= beyond
        ? Optional.of(Missing.STALLS)
        : Optional.empty();
  }

  /**
   * Its ends are where the value itself would be told from the percentile. Where some moments count
   * for much, a run that had few of them looks both fast and even: the end on that side is farther
   * out (N. J. Johnson, "Modified t Tests and Confidence Intervals for Asymmetrical Populations",
   * 1978).
   */
  private PercentileInterval interval(
      double value, double quantile, double halfWidth, double skewness) {
    double below = halfWidth(waves(exceeding(all.at(quantile - halfWidth))));
    double above = halfWidth(waves(exceeding(all.at(quantile + halfWidth))));
    below *= 1 + SHIFT * Math.max(0, -skewness);
    above *= 1 + SHIFT * Math.max(0, skewness);
    return PercentileInterval.of(
        Math.min(value, all.at(quantile - below)), Math.max(value, all.at(quantile + above)));
  }

  private static double halfWidth(Waves waves) {
    return Math.max(
        T_MANY * Math.sqrt(waves.mean(1, MANY)), T_SOME * Math.sqrt(waves.mean(1, SOME)));
  }

  /** For each interval, by how much the requests above a bound exceed their share of all. */
  private double[] exceeding(double bound) {
    double share = all.above(bound) / all.count();
    return intervals.stream().mapToDouble(at -> at.above(bound) - share * at.count()).toArray();
  }

  /** For each interval, by how much its requests are slower than those of the run. */
  private double[] body() {
    double low = all.at(BODY);
    double high = all.at(1 - BODY);
    double mean = all.logs(low, high) / all.count();
    return intervals.stream().mapToDouble(at -> at.logs(low, high) - mean * at.count()).toArray();
  }

  /** Their powers are those of a share of all requests: S / n. */
  private Waves waves(double[] series) {
    double n = all.count();
    return Waves.of(Arrays.stream(series).map(one -> one / n).toArray(), LAST_WAVE);
  }

  private static boolean wanders(Waves waves) {
    int last = Math.min(MANY, waves.count() / 3);
    if (waves.slow(SLOW_CORNER, last) > MOST_SLOW * waves.level(last + 1, LAST_WAVE)) {
      return true;
    }
    return waves.count() >= LEAST_WAVES_FOR_BANDS
        && waves.mean(1, MANY) > MOST_LOW * waves.level(HIGH_BAND, LAST_WAVE);
  }

  /**
   * The skewness of the sum, where it is largest, taken from blocks of 1, 2, 4 and more intervals.
   */
  private static double skewness(double[] series) {
    double most = 0;
    for (int length = 1; series.length / length >= LEAST_BLOCKS; length *= 2) {
      double squares = 0;
      double cubes = 0;
      for (int block = 0; block < series.length / length; block++) {
        double sum = Arrays.stream(series, block * length, (block + 1) * length).sum();
        squares += sum * sum;
        cubes += sum * sum * sum;
      }
      if (squares > 0) {
        double skewness = cubes / Math.pow(squares, 1.5);
        most = Math.abs(skewness) > Math.abs(most) ? skewness : most;
      }
    }
    return most;
  }
}
