package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run is judged for leaks and drift. All times are the plan's: with a speedup of 60 a block
 * of 15 minutes is 15 seconds by the clock, and growth per hour is growth per minute of the clock.
 *
 * @param block length of the blocks that a series is reduced to; a block that would hold too few
 *     values is made longer
 * @param skip share of the run's beginning that does not count; the warm-up never does
 * @param level the probability that a healthy run is called a leak by chance, over all its series
 * @param growth share of its level that a series may grow by in a day
 * @param cycle length of a cycle that is known, such as the load's day; null for none
 * @param limits how much there is of a resource, by its name, where the target does not tell
 * @param ignored names of resources that may grow
 * @param look how the run judges itself while it goes on; null for not at all
 */
public record DriftPlan(
    @JsonProperty("blockSeconds") Duration block,
    double skip,
    double level,
    double growth,
    @JsonProperty("cycleSeconds") @Nullable Duration cycle,
    Map<String, Double> limits,
    List<String> ignored,
    @Nullable Look look) {
  /** Of fewer blocks nothing can be told. */
  public static final int LEAST_BLOCKS = 12;

  /** What holds unless a plan says otherwise. */
  public static final DriftPlan STANDARD =
      new DriftPlan(
          Duration.ofMinutes(15),
          0.25,
          0.01,
          0.05,
          null,
          Map.of(),
          List.of(),
          new Look(Duration.ofMinutes(30), 0.002, true));

  public DriftPlan {
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    ignored = List.copyOf(ignored);
  }

  /**
   * Looks at a run that goes on.
   *
   * @param every how often
   * @param level as above, of each look
   * @param stop whether a leak that two looks on end find stops the run
   */
  public record Look(@JsonProperty("everySeconds") Duration every, double level, boolean stop) {
    public Look {
      Objects.requireNonNull(every);
    }
  }
}
