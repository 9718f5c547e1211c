package io.tideline.reports.stats;

import org.jspecify.annotations.Nullable;

/**
 * The requests of one name that ended in one interval of the time line.
 *
 * @param ko how many failed
 * @param histogram times of those that succeeded, in milliseconds, in HdrHistogram's V2 compressed
 *     encoding and base64; null when none did
 */
public record TimeCell(long ko, @Nullable String histogram) {
  /** Nothing happened. */
  public static final TimeCell EMPTY = new TimeCell(0, null);

  /** Times of those that succeeded; the longest to three digits. */
  public Latencies latencies() {
    return Latencies.decoded(histogram);
  }
}
