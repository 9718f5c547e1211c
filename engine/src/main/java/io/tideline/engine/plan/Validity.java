package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * When a run's numbers may be trusted; past any of these the verdict is INVALID. A share of the
 * arrivals of 0, a share of the processors of 1 and a duration of {@link #OFF} are no limits.
 *
 * @param offered least share of due arrivals that must have started in each phase, 0 to 1
 * @param lagP99 longest 99th percentile of the time between an arrival's due time and its start
 * @param cpu share of its processors, 0 to 1, above which the generator is busy
 * @param cpuFor longest time on end for which it may be
 * @param pause longest pause of the generator's whole process
 */
public record Validity(
    double offered,
    @JsonProperty("lagP99Seconds") Duration lagP99,
    double cpu,
    @JsonProperty("cpuForSeconds") Duration cpuFor,
    @JsonProperty("pauseSeconds") Duration pause) {

  /** A duration that stands for no limit: a hundred years. */
  public static final Duration OFF = Duration.ofDays(36_525);

  /** Whether {@code limit} is one. */
  public static boolean isOn(Duration limit) {
    return limit.compareTo(OFF) < 0;
  }

  /** What holds unless a plan says otherwise. */
  public static final Validity STANDARD =
      new Validity(
          0.99, Duration.ofMillis(50), 0.9, Duration.ofSeconds(10), Duration.ofMillis(200));
}
