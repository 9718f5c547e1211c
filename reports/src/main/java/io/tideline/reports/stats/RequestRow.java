package io.tideline.reports.stats;

/**
 * The requests of one name, journey and phase.
 *
 * @param journey the outermost group around the request; empty for a request outside of all groups
 * @param name what Gatling calls the request
 * @param phase the phase in which it began
 * @param sample the requests
 */
public record RequestRow(String journey, String name, String phase, Sample sample) {}
