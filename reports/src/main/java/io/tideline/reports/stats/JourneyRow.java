package io.tideline.reports.stats;

/**
 * One journey in one phase.
 *
 * @param journey the outermost group; empty for the requests outside of all groups
 * @param phase the phase in which the requests, and the passes, began
 * @param requests all its requests pooled
 * @param passes users' passes through the whole journey, from entering to leaving it with all
 *     pauses; one of them has failed when any of its requests has
 */
public record JourneyRow(String journey, String phase, Sample requests, Sample passes) {}
