package io.tideline.reports.band;

import java.util.List;
import java.util.stream.IntStream;

/** The order of values. */
final class Ranks {
  private Ranks() {}

  /** Positions of the values, that of the smallest first. */
  static int[] ascending(List<Double> values) {
    return IntStream.range(0, values.size())
        .boxed()
        .sorted((a, b) -> Double.compare(values.get(a), values.get(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
