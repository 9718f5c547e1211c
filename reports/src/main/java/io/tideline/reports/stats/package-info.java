/**
 * From the events of a run to its statistics, and to {@code run.json}, which is the run from then
 * on. Begin with {@link io.tideline.reports.stats.ResultsFolder}, which reads a folder, and {@link
 * io.tideline.reports.stats.Run}, what it makes of it.
 */
@NullMarked
package io.tideline.reports.stats;

import org.jspecify.annotations.NullMarked;
