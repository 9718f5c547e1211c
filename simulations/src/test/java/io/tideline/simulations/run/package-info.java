/**
 * What surrounds the load: preparing a run, refusing one that cannot be, and ending it with its
 * verdict. Begin with {@link io.tideline.simulations.run.PreparedRun}.
 */
package io.tideline.simulations.run;
