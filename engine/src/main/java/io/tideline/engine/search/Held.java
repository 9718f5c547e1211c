package io.tideline.engine.search;

/**
 * The last long step, which confirms a result.
 *
 * @param load multiple of the plan's rate
 * @param good whether the load was held to the end
 */
public record Held(double load, boolean good) {}
