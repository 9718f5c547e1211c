package io.tideline.engine.control;

/**
 * How a run stands.
 *
 * @param scenario name of the scenario
 * @param state {@code running}, {@code paused} or {@code ending}
 * @param phase name of the present phase
 * @param elapsedSeconds since the run's first instant; below 0 before it
 * @param factor present multiple of the planned rate
 * @param due arrivals due so far
 * @param active users under way
 */
public record RunState(
    String scenario,
    String state,
    String phase,
    double elapsedSeconds,
    double factor,
    long due,
    long active) {}
