/**
 * Shows the records of a simulation.log to people, one line of JSON each, without counting any of
 * them. Begin with {@link io.tideline.reports.dump.LogDump}.
 */
@NullMarked
package io.tideline.reports.dump;

import org.jspecify.annotations.NullMarked;
