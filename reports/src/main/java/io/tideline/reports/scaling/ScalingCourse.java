package io.tideline.reports.scaling;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scaling;
import io.tideline.reports.stats.Run;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How replicas followed the load of a run, outside the warm-up. Seconds count from the run's first
 * instant, and are as fine as the intervals in which replicas were read.
 *
 * <pre>
 *   low     least load before the highest; high  the highest, at least a fifth above low
 *   begins  last interval before high at no more than low + 10 % of what lies between
 *   risen   first interval from there on at low + 90 %: the target has seen what comes
 *   out     first interval from begins on with more replicas than at begins
 *   falls   last interval at low + 90 %; after it the least load is low2
 *   fallen  first interval after falls at no more than low2 + 10 % of high - low2
 *   in      first interval from fallen on with no more replicas than at begins, if there ever were
 *           more; of a load that stays more than a fifth above low, with fewer than the most
 * </pre>
 *
 * @param series load and replicas
 * @param before replicas when the load began to rise
 * @param rise how the load rose; null when it did not
 * @param outSeconds when there were more replicas; null if there never were
 * @param settledSeconds when their number rose for the last time before the load fell; null
 *     likewise
 * @param most of them
 * @param fallenSeconds when the load had fallen; null when it did not
 * @param inSeconds when there were as few as before again; null if there never were, or never more
 * @param endSeconds when the plan came to its end
 */
public record ScalingCourse(
    Series series,
    @Nullable Double before,
    @Nullable Rise rise,
    @Nullable Double outSeconds,
    @Nullable Double settledSeconds,
    @Nullable Double most,
    @Nullable Double fallenSeconds,
    @Nullable Double inSeconds,
    double endSeconds) {
  private static final double LEAST_RISE = 1.2;
  private static final double BEGUN = 0.1;
  private static final double DONE = 0.9;

  /**
   * How the load rose.
   *
   * @param low new users per second before
   * @param high at most
   * @param beginsSeconds when it began
   * @param risenSeconds when nine tenths of it were there
   */
  public record Rise(double low, double high, double beginsSeconds, double risenSeconds) {}

  /** That of a run; null when its plan promises nothing of scaling, or nobody counted replicas. */
  public static @Nullable ScalingCourse of(Run run) {
    Plan plan = run.plan();
    Scaling scaling = plan == null ? null : plan.scaling();
    if (plan == null || scaling == null) {
      return null;
    }
    Series series = Series.of(run, plan, scaling.replicas());
    return series == null || series.measuredFrom() >= series.count() ? null : of(series);
  }

  static ScalingCourse of(Series series) {
    int from = series.measuredFrom();
    int peak = highest(series);
    double high = series.load(peak);
    double low = IntStream.rangeClosed(from, peak).mapToDouble(series::load).min().orElse(high);
    double end = series.seconds(series.count());
    if (high < LEAST_RISE * low || high <= 0) {
      return new ScalingCourse(series, series.last(from), null, null, null, null, null, null, end);
    }
    double risenAt = low + DONE * (high - low);
    double begunAt = low + BEGUN * (high - low);
    int risen = first(from, peak, i -> series.load(i) >= risenAt).orElse(peak);
    int begins = last(from, risen, i -> series.load(i) <= begunAt).orElse(from);
    int falls = last(peak, series.count() - 1, i -> series.load(i) >= risenAt).orElse(peak);
    Double before = series.last(begins);
    Integer out =
        before == null
            ? null
            : first(begins, series.count() - 1, i -> series.exceeds(i, before)).orElse(null);
    Double most = series.most(begins, series.count());
    Integer fallen = fallen(series, falls, high);
    return new ScalingCourse(
        series,
        before,
        new Rise(low, high, series.seconds(begins), series.seconds(risen)),
        out == null ? null : (Double) series.seconds(out),
        out == null ? null : (Double) series.seconds(settled(series, out, falls)),
        most,
        fallen == null ? null : (Double) series.seconds(fallen),
        fallen == null || before == null || most == null || out == null
            ? null
            : in(series, fallen, target(series, fallen, low, before, most)),
        end);
  }

  private static int highest(Series series) {
    int highest = series.measuredFrom();
    for (int i = highest; i < series.count(); i++) {
      highest = series.load(i) > series.load(highest) ? i : highest;
    }
    return highest;
  }

  private static @Nullable Integer fallen(Series series, int falls, double high) {
    double low =
        IntStream.range(falls, series.count()).mapToDouble(series::load).min().orElse(high);
    if (high < LEAST_RISE * low) {
      return null;
    }
    double at = low + BEGUN * (high - low);
    return first(falls, series.count() - 1, i -> series.load(i) <= at).orElse(null);
  }

  /** How many replicas may be left: as many as before, unless the load stays higher than it was. */
  private static double target(Series series, int fallen, double low, double before, double most) {
    boolean asLow = series.load(fallen) <= LEAST_RISE * Math.max(low, Double.MIN_NORMAL);
    return asLow ? before : Math.max(before, Math.ceil(most) - 1);
  }

  private static @Nullable Double in(Series series, int fallen, double target) {
    return first(fallen, series.count() - 1, i -> series.within(i, target))
        .map(series::seconds)
        .orElse(null);
  }

  /** When their number rose for the last time, up to when the load began to fall. */
  private static int settled(Series series, int out, int falls) {
    int settled = out;
    Double most = series.last(out);
    for (int i = out; i <= Math.max(out, falls); i++) {
      if (most != null && series.exceeds(i, most)) {
        settled = i;
        most = series.last(i);
      }
    }
    return settled;
  }

  private static Optional<Integer> first(int from, int to, IntPredicate holds) {
    return IntStream.rangeClosed(from, to).filter(holds).boxed().findFirst();
  }

  private static Optional<Integer> last(int from, int to, IntPredicate holds) {
    return IntStream.rangeClosed(from, to).filter(holds).boxed().reduce((a, b) -> b);
  }

  /** From when the load had risen to more replicas; 0 if these were there before; null if never. */
  public @Nullable Double outDelay() {
    return outSeconds == null || rise == null
        ? null
        : (Double) Math.max(0, outSeconds - rise.risenSeconds());
  }

  /** From when the load had fallen to as few replicas as before; null if never. */
  public @Nullable Double inDelay() {
    return inSeconds == null || fallenSeconds == null ? null : (Double) (inSeconds - fallenSeconds);
  }
}
