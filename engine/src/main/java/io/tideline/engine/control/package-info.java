/**
 * A small HTTP endpoint on this machine through which a run is watched and steered while it goes
 * on. Begin with {@link io.tideline.engine.control.ControlServer}.
 */
@NullMarked
package io.tideline.engine.control;

import org.jspecify.annotations.NullMarked;
