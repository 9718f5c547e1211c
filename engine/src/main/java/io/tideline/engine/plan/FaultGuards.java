package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What ends all faults of a run at once, and the run with them.
 *
 * @param errors share of failed requests above which it ends
 * @param window seconds over which they are counted
 * @param freeMemoryBytes memory that must be left on the generator's machine
 */
public record FaultGuards(
    double errors, @JsonProperty("windowSeconds") Duration window, long freeMemoryBytes) {
  /** Nearly everything failed for half a minute, or 128 MiB are left. */
  public static final FaultGuards STANDARD =
      new FaultGuards(0.95, Duration.ofSeconds(30), 128L << 20);
}
