package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * Caps on a run, checked against the arrivals that its profile makes before any load is sent.
 *
 * @param rate most new users per second at any time
 * @param requests most requests in all, estimated from the journeys' own counts
 * @param duration longest time from the first arrival to the last
 */
public record Limits(
    double rate, long requests, @JsonProperty("durationSeconds") Duration duration) {}
