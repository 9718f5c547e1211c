package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;

/**
 * How many users arrive, and when.
 *
 * @param rate new users per second at level 1; a phase's levels are multiples of it
 * @param speedup factor by which the phases were shortened; rates and think times stay as they are
 * @param seed from it and an arrival's index follow its journey and its think times
 * @param arrivals how arrivals are spread over the rate curve
 * @param slice which arrivals this generator takes
 * @param phases in order, each with its length after {@code duration} and {@code speedup}
 */
public record Load(
    double rate, double speedup, long seed, Spread arrivals, Slice slice, List<Phase> phases) {

  /** How arrivals are spread over the rate curve. */
  public enum Spread {
    /** Evenly. */
    EVEN("even"),
    /** As a Poisson process, as independent users come. */
    POISSON("poisson");

    private final String key;

    Spread(String key) {
      this.key = key;
    }

    /** The word in the plan file and in results. */
    @JsonValue
    public String key() {
      return key;
    }
  }

  public Load {
    Objects.requireNonNull(arrivals, "arrivals");
    Objects.requireNonNull(slice, "slice");
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("there are no phases");
    }
    phases = List.copyOf(phases);
  }
}
