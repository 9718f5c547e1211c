/**
 * How much of what was looked up a cache had, by the target's counters and by the journeys' own
 * replies. Begin with {@link io.tideline.reports.caching.CacheCourse}.
 */
@NullMarked
package io.tideline.reports.caching;

import org.jspecify.annotations.NullMarked;
