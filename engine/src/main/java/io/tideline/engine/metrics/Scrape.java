package io.tideline.engine.metrics;

/**
 * All metrics at an instant.
 *
 * @param contentType in which format
 * @param body the text, or for a scraper that reads native histograms the protobuf messages
 */
public record Scrape(String contentType, byte[] body) {}
