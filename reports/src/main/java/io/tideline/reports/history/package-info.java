/**
 * The accepted runs of the past, by scenario and fingerprint, in a folder that many jobs may share.
 * Begin with {@link io.tideline.reports.history.History}.
 */
@NullMarked
package io.tideline.reports.history;

import org.jspecify.annotations.NullMarked;
