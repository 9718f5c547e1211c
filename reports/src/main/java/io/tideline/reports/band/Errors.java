package io.tideline.reports.band;

import java.util.List;

/**
 * Requests of a run.
 *
 * @param failed how many failed
 * @param requests how many there were
 */
public record Errors(long failed, long requests) {
  /** Checked for what cannot be. */
  public Errors {
    if (failed < 0 || requests < failed || requests == 0) {
      throw new IllegalArgumentException(failed + " failures of " + requests + " requests");
    }
  }

  /** All of {@code runs} together. */
  static Errors sum(List<Errors> runs) {
    return new Errors(
        runs.stream().mapToLong(Errors::failed).sum(),
        runs.stream().mapToLong(Errors::requests).sum());
  }

  /** Share that failed, 0 to 1. */
  public double share() {
    return (double) failed / requests;
  }
}
