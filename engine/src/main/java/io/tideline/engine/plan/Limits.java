package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Caps on a run, checked against the arrivals that its profile makes before any load is sent.
 *
 * @param rate most new users per second at any time
 * @param requests most requests in all, estimated from the journeys' own counts
 * @param duration longest time from the first arrival to the last
 * @param users most users in all, for a target that has no more accounts; null for as many as come
 */
public record Limits(
    double rate,
    long requests,
    @JsonProperty("durationSeconds") Duration duration,
    @Nullable Long users) {

  /** Limits of a plan from before there was one on users have none. */
  @JsonCreator
  public Limits {}

  /** Limits that allow any number of users. */
  public Limits(double rate, long requests, Duration duration) {
    this(rate, requests, duration, null);
  }
}
