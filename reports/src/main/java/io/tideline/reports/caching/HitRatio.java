package io.tideline.reports.caching;

import org.jspecify.annotations.Nullable;

/**
 * How much of what was looked up a cache had.
 *
 * @param share of hits, 0 to 1; null when nothing was looked up, or nobody knows
 * @param lookups hits and misses together; 0 when their number is not known
 */
public record HitRatio(@Nullable Double share, long lookups) {
  static final HitRatio UNKNOWN = new HitRatio(null, 0);
}
