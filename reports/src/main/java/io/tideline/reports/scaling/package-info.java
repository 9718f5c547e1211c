/**
 * How a target's replicas followed the load. Begin with {@link
 * io.tideline.reports.scaling.ScalingCourse}.
 */
@NullMarked
package io.tideline.reports.scaling;

import org.jspecify.annotations.NullMarked;
