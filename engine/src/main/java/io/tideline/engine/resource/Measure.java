package io.tideline.engine.resource;

import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.resource.Sight.Group;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to know about a target.
 *
 * @param name of the resource; with {@code by} the label's value follows it
 * @param unit of the value
 * @param value how much of it is in use
 * @param limit how much of it there is; null when nothing tells
 * @param waiting who waits for it; null when nothing tells
 * @param by label of which each value is a resource of its own; null for one resource
 */
record Measure(
    String name,
    Unit unit,
    Expression value,
    @Nullable Expression limit,
    @Nullable Expression waiting,
    @Nullable String by) {
  private static final int MOST_GROUPS = 50;

  static Measure of(String name, Unit unit, String value) {
    return new Measure(name, unit, Expression.parse(value), null, null, null);
  }

  Measure upTo(String most) {
    return new Measure(name, unit, value, Expression.parse(most), waiting, by);
  }

  Measure waitedForBy(String waiters) {
    return new Measure(name, unit, value, limit, Expression.parse(waiters), by);
  }

  Measure by(String label) {
    return new Measure(name, unit, value, limit, waiting, label);
  }

  /** A measure of the plan's own; throws an IllegalArgumentException that says what is wrong. */
  static Measure of(Rule rule) {
    return new Measure(
        rule.name(),
        Unit.valueOf(rule.unit().toUpperCase(Locale.ROOT).replace('-', '_')),
        Expression.parse(rule.value()),
        rule.limit() == null ? null : Expression.parse(rule.limit()),
        rule.waiting() == null ? null : Expression.parse(rule.waiting()),
        rule.by());
  }

  /** What the target tells of it: a reading, or one for each group; none when it tells nothing. */
  List<Reading> readings(Sight sight) {
    if (by == null) {
      return Stream.ofNullable(reading(name, sight)).toList();
    }
    return groups(sight, by)
        .map(group -> reading(name + " " + group.value(), sight.of(group)))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Reading reading(String resource, Sight sight) {
    double used = value.value(sight);
    return Double.isNaN(used)
        ? null
        : new Reading(resource, unit, used, figure(limit, sight), figure(waiting, sight));
  }

  private static @Nullable Double figure(@Nullable Expression expression, Sight sight) {
    double figure = expression == null ? Double.NaN : expression.value(sight);
    return Double.isNaN(figure) ? null : (Double) figure;
  }

  private Stream<Group> groups(Sight sight, String label) {
    return value
        .selectors()
        .flatMap(selector -> sight.series(selector.metric()).filter(selector::fits))
        .flatMap(series -> Stream.ofNullable(series.labels().get(label)))
        .distinct()
        .sorted()
        .limit(MOST_GROUPS)
        .map(each -> new Group(label, each));
  }

  /** Names of all metrics that it is made of. */
  Stream<String> metrics() {
    return Stream.of(value, limit, waiting)
        .filter(Objects::nonNull)
        .flatMap(Expression::selectors)
        .map(Vector.Selector::metric);
  }
}
