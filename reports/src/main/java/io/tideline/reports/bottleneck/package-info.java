/**
 * Which resource of the target was at its limit in a phase, and which moved with response times.
 * Begin with {@link io.tideline.reports.bottleneck.PhaseBottleneck}.
 */
@NullMarked
package io.tideline.reports.bottleneck;

import org.jspecify.annotations.NullMarked;
