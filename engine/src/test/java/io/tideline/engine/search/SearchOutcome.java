package io.tideline.engine.search;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * One search against a {@link SimulatedTarget}, compared with the truth.
 *
 * @param trend whether the search said that the limit falls or rises
 * @param limit estimated limit (P = 0.5) over the target's
 * @param load reported load (P = 0.84) over what the target holds in 84 % of steps
 * @param loadToLimit reported load over the target's limit
 * @param heldToLimit load held at last over the target's limit
 * @param limitCovered whether the limit's interval has the truth within it
 * @param loadCovered whether the load's has
 */
record SearchOutcome(
    boolean trend,
    double limit,
    double load,
    double loadToLimit,
    double heldToLimit,
    boolean limitCovered,
    boolean loadCovered) {

  /** A search with a seed of its own; the target's limit is 0.1 to 30 times the start load. */
  static SearchOutcome of(long seed, double noise, int staircase) {
    return of(seed, noise, staircase, 0);
  }

  /** The same against a target whose limit changes by a share an hour; compared with its last. */
  static SearchOutcome of(long seed, double noise, int staircase, double perHour) {
    SplittableRandom random = new SplittableRandom(1_000_003 * seed + Math.round(noise * 1_000));
    double first = 0.1 * Math.pow(300, random.nextDouble());
    SimulatedTarget target = new SimulatedTarget(first, noise, random, perHour);
    Capacity found = target.search(settings(staircase));
    double limit = target.limitNow();
    double load = limit * Math.exp(-ProbitFit.Z84 * noise);
    Estimate estimate = found.estimate().orElseThrow();
    return new SearchOutcome(
        found.trend().isPresent(),
        estimate.limit() / limit,
        estimate.load() / load,
        estimate.load() / limit,
        found.held().orElseThrow().load() / limit,
        estimate.limitInterval().contains(limit),
        estimate.loadInterval().contains(load));
  }

  private static SearchSettings settings(int staircase) {
    return new SearchSettings(
        new LoadRange(0.01, 1, 1_000),
        new Staircase(0.05, staircase, 0.03, 10),
        StepTimes.STANDARD,
        Duration.ofHours(10));
  }
}
