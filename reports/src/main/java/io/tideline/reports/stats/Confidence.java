package io.tideline.reports.stats;

/**
 * Where the true value lies 19 times out of 20.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Confidence(double low, double high) {}
