/**
 * What a running Gatling has recorded lately, from its growing {@code simulation.log}, and whether
 * that is reason to stop. Begin with {@link io.tideline.engine.live.LogFollower}, which reads, then
 * {@link io.tideline.engine.live.LiveWindow}, which counts.
 */
@NullMarked
package io.tideline.engine.live;

import org.jspecify.annotations.NullMarked;
