/**
 * What a run would be, seen before any load is sent: its curve, phases, totals and caps, for the
 * terminal and as a page. Begin with {@link io.tideline.reports.preview.Preview}, which works it
 * out from a plan.
 */
@NullMarked
package io.tideline.reports.preview;

import org.jspecify.annotations.NullMarked;
