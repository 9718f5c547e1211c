package io.tideline.engine.search;

/**
 * What a search knows about a target's limit, from the fit to all of its steps. Loads are multiples
 * of the plan's rate.
 *
 * @param load held by 84 % of steps: five of six
 * @param loadInterval 95 % interval of {@code load}
 * @param limit held by half of the steps: where the target breaks
 * @param limitInterval 95 % interval of {@code limit}
 * @param spread standard deviation of ln(limit) from step to step
 */
public record Estimate(
    double load, Interval loadInterval, double limit, Interval limitInterval, double spread) {}
