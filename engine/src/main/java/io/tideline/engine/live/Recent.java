package io.tideline.engine.live;

/**
 * The last ten complete seconds of a log.
 *
 * @param requestsPerSecond requests that ended
 * @param usersPerSecond users who started
 * @param errorShare failed requests as a share of all; NaN without requests
 * @param times percentiles of the successful ones
 */
public record Recent(
    double requestsPerSecond, double usersPerSecond, double errorShare, LivePoint.Times times) {}
