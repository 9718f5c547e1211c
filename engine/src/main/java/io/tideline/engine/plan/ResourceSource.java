package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run learns what the target consumes: an endpoint in Prometheus' text format, a Prometheus
 * server, or a process of this machine.
 *
 * @param at a URL, a path on the target, or {@code process} with an id or a part of a command line
 * @param mapping names of ready-made lists of measures
 * @param rules measures besides these
 * @param every how long from one reading to the next, by the clock
 * @param access what it wants to see first
 * @param server what to ask of a Prometheus server; null for any other source
 */
public record ResourceSource(
    String at,
    List<String> mapping,
    List<Rule> rules,
    @JsonProperty("everySeconds") Duration every,
    Access access,
    @Nullable Server server) {
  /** What the place of a process begins with. */
  public static final String PROCESS = "process ";

  /** A source from before there were protected ones is open. */
  @JsonCreator
  public ResourceSource {
    mapping = List.copyOf(mapping);
    rules = List.copyOf(rules);
    access = Objects.requireNonNullElse(access, Access.OPEN);
  }

  /** An endpoint that tells everybody. */
  public ResourceSource(String at, List<String> mapping, List<Rule> rules, Duration every) {
    this(at, mapping, rules, every, Access.OPEN, null);
  }

  /** Whether it is a process of this machine. */
  @JsonIgnore
  public boolean isProcess() {
    return at.startsWith(PROCESS);
  }

  /**
   * What to ask of a Prometheus server besides the measures.
   *
   * @param labels label to value, of all series that the measures are made of
   * @param queries measures whose expressions are PromQL, asked as they are
   */
  public record Server(Map<String, String> labels, List<Rule> queries) {
    public Server {
      labels = Map.copyOf(labels);
      queries = List.copyOf(queries);
    }
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
