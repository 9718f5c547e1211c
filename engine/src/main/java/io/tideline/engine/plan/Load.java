package io.tideline.engine.plan;

import java.util.List;

/**
 * How many users arrive, and when.
 *
 * @param rate new users per second at level 1; a phase's levels are multiples of it
 * @param speedup factor by which the phases were shortened; rates and think times stay as they are
 * @param seed from it and an arrival's index follow its journey and its think times
 * @param phases in order, each with its length after {@code duration} and {@code speedup}
 */
public record Load(double rate, double speedup, long seed, List<Phase> phases) {
  public Load {
    phases = List.copyOf(phases);
  }
}
