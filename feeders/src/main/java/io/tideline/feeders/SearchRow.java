package io.tideline.feeders;

/**
 * Something for a virtual user to search.
 *
 * @param finds whether a memory contains it; where not, no result is the right one
 */
public record SearchRow(String term, boolean finds) {}
