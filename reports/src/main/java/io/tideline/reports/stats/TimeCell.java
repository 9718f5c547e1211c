package io.tideline.reports.stats;

import org.jspecify.annotations.Nullable;

/** The requests of one name that ended in one interval of the time line. */
public final class TimeCell {
  /** Nothing happened. */
  public static final TimeCell EMPTY = new TimeCell(0, PackedTimes.NONE);

  private final long ko;
  private final PackedTimes times;

  private TimeCell(long ko, PackedTimes times) {
    this.ko = ko;
    this.times = times;
  }

  static TimeCell of(long ko, PackedTimes times) {
    return ko == 0 && times.isEmpty() ? EMPTY : new TimeCell(ko, times);
  }

  /** A cell as {@link #histogram} wrote it. */
  static TimeCell read(long ko, @Nullable String histogram) {
    return of(ko, histogram == null ? PackedTimes.NONE : Latencies.decoded(histogram).times());
  }

  /** How many failed. */
  public long ko() {
    return ko;
  }

  /** Times of those that succeeded; the longest to three digits. */
  public Latencies latencies() {
    return Latencies.of(times);
  }

  /** The same in HdrHistogram's V2 compressed encoding and base64; null when none succeeded. */
  public @Nullable String histogram() {
    try (HistogramText text = new HistogramText()) {
      return text.of(times);
    }
  }

  PackedTimes times() {
    return times;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeCell that && ko == that.ko && times.equals(that.times);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(ko) + times.hashCode();
  }
}
