package io.tideline.engine.plan;

import org.jspecify.annotations.Nullable;

/**
 * Which requests an SLO is about; a part that is null stands for all.
 *
 * @param journey name of a journey
 * @param request name of a request
 * @param phase name of a phase that is no warm-up; null for all of those together
 */
public record Scope(@Nullable String journey, @Nullable String request, @Nullable String phase) {

  /** All requests of all journeys in all phases but the warm-up. */
  public static final Scope EVERYTHING = new Scope(null, null, null);

  @Override
  public String toString() {
    String what = request != null ? request : journey != null ? "all of it" : "All requests";
    String prefix = journey != null ? journey + " / " : "";
    return prefix + what + (phase != null ? " in " + phase : "");
  }
}
