/**
 * Makes and counts logs for tests, here and in other modules. Begin with {@link
 * io.tideline.reports.testkit.SampleRun}; {@link io.tideline.reports.testkit.LogCount} is the
 * independent count that results are held against.
 */
package io.tideline.reports.testkit;
