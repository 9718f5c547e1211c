package io.tideline.reports.page;

import io.tideline.reports.band.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check's value is seen against, in the value's unit.
 *
 * @param band in which runs of unchanged code lie; null when it was not worked out
 * @param earlier values of earlier runs, the oldest first
 */
public record Reference(@Nullable Band band, List<Double> earlier) {
  /** Unchangeable. */
  public Reference {
    earlier = List.copyOf(earlier);
  }

  /** What a check compared its value with. */
  static Reference of(Comparison comparison) {
    Band band = new Band(comparison.low(), comparison.high(), comparison.detectable());
    return new Reference(band, comparison.earlier());
  }

  /**
   * In which runs of unchanged code lie.
   *
   * @param low its lower end
   * @param high its upper end
   * @param detectable the value from which on a change would be found; null when it is not known
   */
  public record Band(double low, double high, @Nullable Double detectable) {}
}
