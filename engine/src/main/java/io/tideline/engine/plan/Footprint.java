package io.tideline.engine.plan;

/**
 * What one user of a journey typically costs, as the plan file says; for estimates before a run,
 * never for a verdict.
 *
 * @param requests requests sent, on average, above 0
 * @param bytes bytes moved, up and down together, on average, above 0
 */
public record Footprint(double requests, long bytes) {}
