package io.tideline.engine.resource;

import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.plan.ResourceSource.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of a Prometheus server.
 *
 * @param name of the resource; with {@code by} the label's value follows it
 * @param unit of the value
 * @param value a query
 * @param limit a query, or a number; null when nothing tells
 * @param waiting likewise
 * @param by label of which each value is a resource of its own; null for one resource
 */
record ServerMeasure(
    String name,
    Unit unit,
    String value,
    @Nullable String limit,
    @Nullable String waiting,
    @Nullable String by) {
  private static final int STEPS_OF_A_WINDOW = 4;

  /**
   * All of a source that is a server: the plan's own queries, then what its measures come to.
   *
   * @throws IllegalArgumentException with what is wrong with them
   */
  static List<ServerMeasure> of(ResourceSource source) {
    Server server = Objects.requireNonNull(source.server());
    List<ServerMeasure> measures = new ArrayList<>();
    for (Rule rule : server.queries()) {
      measures.add(
          new ServerMeasure(
              rule.name(),
              Unit.valueOf(rule.unit().toUpperCase(Locale.ROOT).replace('-', '_')),
              rule.value(),
              rule.limit(),
              rule.waiting(),
              rule.by()));
    }
    Duration window = source.every().multipliedBy(STEPS_OF_A_WINDOW);
    for (Measure measure : Measures.of(source).all()) {
      measures.add(of(measure, server.labels(), window));
    }
    return measures;
  }

  private static ServerMeasure of(Measure measure, Map<String, String> labels, Duration window) {
    PromQl query = new PromQl(labels, window, measure.by());
    Expression limit = measure.limit();
    Expression waiting = measure.waiting();
    return new ServerMeasure(
        measure.name(),
        measure.unit(),
        query.of(measure.value()),
        limit == null ? null : query.of(limit),
        waiting == null ? null : query.of(waiting),
        measure.by());
  }
}
