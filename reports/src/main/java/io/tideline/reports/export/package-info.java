/**
 * Writes a run in the formats of other tools: CSV, HdrHistogram's log, and the summary that Gatling
 * wrote up to 3.13.4. Begin with {@link io.tideline.reports.export.Export}.
 */
@NullMarked
package io.tideline.reports.export;

import org.jspecify.annotations.NullMarked;
