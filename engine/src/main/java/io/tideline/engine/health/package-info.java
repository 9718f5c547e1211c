/**
 * How the generator itself fares while it sends load: processor time, collections, pauses, queues.
 * Begin with {@link io.tideline.engine.health.HealthMeter}; from its record follows whether a run's
 * numbers can be trusted.
 */
@NullMarked
package io.tideline.engine.health;

import org.jspecify.annotations.NullMarked;
