/**
 * Draws a run, or two beside each other, as one HTML file that needs nothing else. Begin with
 * {@link io.tideline.reports.page.ReportPage}, whose sections are one class each, and {@link
 * io.tideline.reports.page.ChartData}, which hands the charts their figures.
 */
@NullMarked
package io.tideline.reports.page;

import org.jspecify.annotations.NullMarked;
