/**
 * Reads {@code simulation.log}, the binary record that Gatling keeps of a run, whole or while it
 * grows. Begin with {@link io.tideline.engine.simlog.SimulationLog}, which reads a file; the format
 * itself is in {@link io.tideline.engine.simlog.SimulationLogParser}.
 */
@NullMarked
package io.tideline.engine.simlog;

import org.jspecify.annotations.NullMarked;
