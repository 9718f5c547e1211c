/**
 * Whether a series of a long run grows without end, as pure rules: a leak, a warm-up that
 * converges, or nothing. Begin with {@link io.tideline.reports.drift.DriftRule}; how often it errs
 * is in {@code docs/soak.md}.
 */
@NullMarked
package io.tideline.reports.drift;

import org.jspecify.annotations.NullMarked;
