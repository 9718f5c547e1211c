package io.tideline.engine.simlog;

import java.util.List;

/**
 * The first record of a simulation.log.
 *
 * @param gatlingVersion the Gatling that wrote it
 * @param simulationClass fully qualified name
 * @param startEpochMillis wall clock that all times of the log count from
 * @param description what the user gave the run as description, often empty
 * @param scenarios names of the scenarios; a user's record holds an index into them
 */
public record RunRecord(
    String gatlingVersion,
    String simulationClass,
    long startEpochMillis,
    String description,
    List<String> scenarios) {

  public RunRecord {
    scenarios = List.copyOf(scenarios);
  }
}
