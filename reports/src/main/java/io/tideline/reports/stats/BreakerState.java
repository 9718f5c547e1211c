package io.tideline.reports.stats;

import java.util.Locale;

/** What a circuit breaker does with calls. */
public enum BreakerState {
  /** It lets them through. */
  CLOSED,
  /** It lets none through. */
  OPEN,
  /** It lets a few through, to see whether the dependency is back. */
  HALF_OPEN,
  /** Something else, such as switched off. */
  OTHER;

  /** The state that a target calls {@code name}: {@code HALF_OPEN}, {@code half-open}. */
  public static BreakerState of(String name) {
    return switch (name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_')) {
      case "CLOSED" -> CLOSED;
      case "OPEN", "FORCED_OPEN" -> OPEN;
      case "HALF_OPEN", "HALFOPEN" -> HALF_OPEN;
      default -> OTHER;
    };
  }

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
