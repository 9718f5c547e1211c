package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * When a run's numbers may be trusted; past any of these the verdict is INVALID.
 *
 * @param offered least share of due arrivals that must have started in each phase, 0 to 1
 * @param lagP99 longest 99th percentile of the time between an arrival's due time and its start
 */
public record Validity(double offered, @JsonProperty("lagP99Seconds") Duration lagP99) {
  /** 99 % of the due arrivals started, 50 ms at the 99th percentile. */
  public static final Validity STANDARD = new Validity(0.99, Duration.ofMillis(50));
}
