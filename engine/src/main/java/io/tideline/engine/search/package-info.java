/**
 * Finds the load at which a target breaks, as pure rules: which load to offer next, how to judge a
 * step, and what follows from all of them. Begin with {@link
 * io.tideline.engine.search.BreakingPointSearch}, which is asked and told in turns; {@link
 * io.tideline.engine.search.StepJudge} makes what it is told.
 */
@NullMarked
package io.tideline.engine.search;

import org.jspecify.annotations.NullMarked;
