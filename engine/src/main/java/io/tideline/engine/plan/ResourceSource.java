package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run learns what the target consumes: an endpoint in Prometheus' text format.
 *
 * @param at a URL, or a path on the target
 * @param mapping names of ready-made lists of measures
 * @param rules measures besides these
 * @param every how long from one reading to the next; speedup leaves it as it is
 */
public record ResourceSource(
    String at,
    List<String> mapping,
    List<Rule> rules,
    @JsonProperty("everySeconds") Duration every) {

  public ResourceSource {
    mapping = List.copyOf(mapping);
    rules = List.copyOf(rules);
  }

  /**
   * One measure, by expressions as {@code docs/resources.md} has them.
   *
   * @param name of the resource
   * @param unit what it is counted in
   * @param value how much of it is in use
   * @param limit how much there is; null when nothing tells
   * @param waiting how many wait for it; null when nothing tells
   * @param by label of which each value is a resource of its own; null for one resource
   */
  public record Rule(
      String name,
      String unit,
      String value,
      @Nullable String limit,
      @Nullable String waiting,
      @Nullable String by) {}
}
