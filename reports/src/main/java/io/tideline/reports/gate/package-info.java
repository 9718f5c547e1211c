/**
 * Judges a run: whether its numbers prove anything, and whether what was promised holds. Begin with
 * {@link io.tideline.reports.gate.Gate}.
 */
@NullMarked
package io.tideline.reports.gate;

import org.jspecify.annotations.NullMarked;
