/**
 * Shows a run and its verdict: on the console and as files. Begin with {@link
 * io.tideline.reports.report.Analysis}, which does all of it for a results folder.
 */
@NullMarked
package io.tideline.reports.report;

import org.jspecify.annotations.NullMarked;
