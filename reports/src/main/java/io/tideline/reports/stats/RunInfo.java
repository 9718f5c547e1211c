package io.tideline.reports.stats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run was.
 *
 * @param id name of its results folder
 * @param simulation fully qualified name of the simulation's class; null when the log does not say
 * @param start the run's first instant, from which all seconds count; null when nothing says
 * @param durationSeconds from the first instant to the last record
 * @param ending how it ended
 * @param endingReason one sentence on what shows it
 * @param versions of the programs that took part
 * @param load what was asked for; null when there is no plan
 */
public record RunInfo(
    String id,
    @Nullable String simulation,
    @Nullable Instant start,
    double durationSeconds,
    Ending ending,
    String endingReason,
    Versions versions,
    @Nullable LoadInfo load) {

  /** Whether the run's records are those of the whole run. */
  public boolean complete() {
    return ending == Ending.COMPLETED;
  }

  /**
   * Versions of the programs that took part.
   *
   * @param tideline that analysed it
   * @param gatling that ran it; null when the log does not say
   * @param java of the generator; null when no record of the run says
   * @param target what it says it is, or the user says of it; null when nobody does
   */
  public record Versions(
      String tideline, @Nullable String gatling, @Nullable String java, @Nullable String target) {}

  /**
   * What the plan asked for.
   *
   * @param scenario name of the scenario
   * @param seed from which all its arrivals follow
   * @param speedup factor by which its time was compressed
   * @param rate new users per second at level 1
   * @param env name of the environment
   * @param baseUrl where the load went; null when the plan does not say
   */
  public record LoadInfo(
      String scenario,
      long seed,
      double speedup,
      double rate,
      String env,
      @Nullable String baseUrl) {}
}
