package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * A fault at its time. A pause of the run holds up both its begin and its end, as it holds up the
 * phases; its lease goes on.
 *
 * @param name unique within the plan; the reason of its events
 * @param at when it begins on the plan's clock, stretched and compressed as the phases are
 * @param lasts how long on the same clock
 * @param lease how long on the real clock at most: after that it is reverted whatever happens
 * @param spec what it does
 */
public record PlannedFault(
    String name,
    @JsonProperty("atSeconds") Duration at,
    @JsonProperty("lastsSeconds") Duration lasts,
    @JsonProperty("leaseSeconds") Duration lease,
    FaultSpec spec) {

  /** When it ends on the plan's clock. */
  public Duration until() {
    return at.plus(lasts);
  }
}
