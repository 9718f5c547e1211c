package io.tideline.engine.live;

/**
 * One request over the last minute of a log.
 *
 * @param journey the outermost group; empty for requests outside of all groups
 * @param request its name
 * @param perSecond requests that ended
 * @param errorShare failed ones as a share of all; NaN without requests
 * @param times percentiles of the successful ones
 */
public record RequestLine(
    String journey, String request, double perSecond, double errorShare, LivePoint.Times times) {}
