package io.tideline.reports.band;

import java.util.List;

/** Logarithms of series. */
final class Logs {
  private Logs() {}

  /** Natural logarithms of values above 0. */
  static List<Double> of(List<Double> values) {
    return values.stream().map(Math::log).toList();
  }
}
