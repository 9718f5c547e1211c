package io.tideline.reports.stats;

import org.jspecify.annotations.Nullable;

/**
 * One way in which requests failed.
 *
 * @param message what the check or the connection said
 * @param journey null in the row of everything that was not told apart, like the next two
 * @param request the request's name
 * @param phase the phase in which the requests began
 * @param count how often
 * @param firstSeconds first time, in seconds since the run's first instant
 * @param lastSeconds last time
 */
public record ErrorRow(
    String message,
    @Nullable String journey,
    @Nullable String request,
    @Nullable String phase,
    long count,
    double firstSeconds,
    double lastSeconds) {}
