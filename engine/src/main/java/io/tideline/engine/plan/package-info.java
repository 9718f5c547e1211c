/**
 * What a run is asked to do: how much load, for how long, of which journeys, and what must hold.
 * Begin with {@link io.tideline.engine.plan.Plan}, the settled plan of one run; {@link
 * io.tideline.engine.plan.PlanReader} makes it from the plan file and the options of a run.
 */
@NullMarked
package io.tideline.engine.plan;

import org.jspecify.annotations.NullMarked;
