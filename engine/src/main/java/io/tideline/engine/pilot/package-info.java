/**
 * Takes the search for the breaking point through a run that goes on: offers each load, measures
 * it, and keeps what came of it. Begin with {@link io.tideline.engine.pilot.SearchPilot}.
 */
@NullMarked
package io.tideline.engine.pilot;

import org.jspecify.annotations.NullMarked;
