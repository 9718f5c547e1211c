package io.tideline.reports.band;

import java.util.List;

/** The end of a series. */
final class Latest {
  private Latest() {}

  /** The last {@code most} of {@code series}, or all of it. */
  static <T> List<T> of(List<T> series, int most) {
    return series.subList(Math.max(0, series.size() - most), series.size());
  }
}
