package io.tideline.reports.page;

import io.tideline.reports.band.Comparison;
import io.tideline.reports.gate.Check;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the values of checks are seen against. */
@FunctionalInterface
public interface References {

  /** What {@code check}'s value is seen against; null when there is nothing. */
  @Nullable Reference of(Check check);

  /**
   * What it was compared with; of what was not, the same figure of each of {@code earlier}, the
   * oldest first, without a band.
   */
  static References to(List<Run> earlier) {
    return check -> {
      Comparison comparison = check.comparison();
      if (comparison != null) {
        return Reference.of(comparison);
      }
      List<Double> values = new ArrayList<>();
      for (Run run : earlier) {
        Double value = CheckFigure.of(check, run);
        if (value != null) {
          values.add(value);
        }
      }
      return values.isEmpty() ? null : new Reference(null, values);
    };
  }
}
