package io.tideline.engine.resource;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Values of several series at one instant. */
sealed interface Vector {

  /** The values, each finite; none when the target told nothing. */
  DoubleStream values(Sight sight);

  /** What it takes its values from. */
  Selector selector();

  /**
   * The series of one metric that fit all matchers.
   *
   * @param bound values must be above or below it; null if any will do
   */
  record Selector(String metric, List<Matcher> matchers, @Nullable Bound bound) implements Vector {
    public Selector {
      matchers = List.copyOf(matchers);
    }

    @Override
    public DoubleStream values(Sight sight) {
      return sight
          .series(metric)
          .filter(this::fits)
          .mapToDouble(Series::value)
          .filter(Double::isFinite)
          .filter(value -> bound == null || bound.holds(value));
    }

    boolean fits(Series series) {
      return matchers.stream().allMatch(matcher -> matcher.fits(series));
    }

    @Override
    public Selector selector() {
      return this;
    }
  }

  /**
   * How fast counters rise, per second, from one reading to the next. A counter that fell began
   * anew at 0. A series that was not there before has no rate yet.
   */
  record Rate(Selector selector) implements Vector {
    @Override
    public DoubleStream values(Sight sight) {
      Exposition before = sight.before();
      if (before == null || !(sight.seconds() > 0)) {
        return DoubleStream.empty();
      }
      return sight
          .series(selector.metric())
          .filter(selector::fits)
          .flatMapToDouble(
              now ->
                  before.same(now).stream()
                      .mapToDouble(then -> rise(then.value(), now.value()) / sight.seconds()))
          .filter(Double::isFinite);
    }

    private static double rise(double then, double now) {
      return now >= then ? now - then : now;
    }
  }

  /** A condition on a label; a label that is not there is empty, as in PromQL. */
  record Matcher(String label, boolean wanted, Pattern pattern) {
    boolean fits(Series series) {
      String value = series.labels().getOrDefault(label, "");
      return pattern.matcher(value).matches() == wanted;
    }
  }

  /** A condition on a value. */
  record Bound(boolean above, double limit) {
    boolean holds(double value) {
      return above ? value > limit : value < limit;
    }
  }
}
