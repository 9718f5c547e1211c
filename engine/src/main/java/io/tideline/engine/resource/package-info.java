/**
 * What the target consumed: its own metrics, read through the run and reduced to the resources that
 * matter. Begin with {@link io.tideline.engine.resource.ResourceWatch}; {@link
 * io.tideline.engine.resource.Expression} says how a resource is named.
 */
@NullMarked
package io.tideline.engine.resource;

import org.jspecify.annotations.NullMarked;
