/**
 * Where plan and profile meet: which arrival is due when, in which phase, on which journey, and the
 * record of when it really started. Begin with {@link io.tideline.engine.schedule.Schedule}.
 */
@NullMarked
package io.tideline.engine.schedule;

import org.jspecify.annotations.NullMarked;
