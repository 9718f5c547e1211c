package io.tideline.engine.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run's cache is to do. A plan that has it also counts what the journeys' own replies tell,
 * and watches that no account is in use twice at the same time.
 *
 * @param hitRatio least share of hits, 0 to 1; null for none
 * @param atMost largest share of hits that is believed; null for any
 * @param phase in which; null for all but the warm-up
 * @param judge whose counts are judged
 * @param cache which of the target's caches; null when it has one
 */
public record Caching(
    @Nullable Double hitRatio,
    @Nullable Double atMost,
    @Nullable String phase,
    Judge judge,
    @Nullable String cache) {

  /** Whose counts of hits and misses count. */
  public enum Judge {
    /** The target's own counters. */
    TARGET,
    /** The journeys' own replies: {@code X-Cache}, {@code Age} and 304. */
    REPLIES;

    /** The word in a plan. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
