package io.tideline.reports.ticket;

import java.util.Locale;

/**
 * How sure a finding is. A run is one observation, of however many requests: runs differ from each
 * other by more than the requests within one suggest. So no single run makes it sure.
 */
public enum Sureness {
  /** One run, and so close to the limit or of so few values that it may be bad luck. */
  DOUBTFUL,
  /** One run, clear of the limit. */
  LIKELY,
  /** Two runs on end or more, or a fact that needs no statistics. */
  SURE;

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
