package io.tideline.reports.soak;

import io.tideline.reports.drift.Blocks.Reduction;
import io.tideline.reports.stats.ResourceRow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource, interval by interval. A block holds enough when its source told something in half of
 * the intervals that count, and in three at least.
 */
final class ResourceSeries implements Cutter.Series {
  private static final int LEAST_VALUES = 3;
  private static final double HALF = 0.5;

  private final List<@Nullable Double> values;
  private final Reduction reduction;
  private final double seconds;
  private final PlanHours hours;

  /**
   * @param seconds length of an interval
   */
  ResourceSeries(ResourceRow row, Sort sort, double seconds, PlanHours hours) {
    this.reduction = sort.reduction();
    this.values = reduction == Reduction.MEAN ? row.means() : row.minima();
    this.seconds = seconds;
    this.hours = hours;
  }

  @Override
  public @Nullable Double value(double fromSeconds, double toSeconds) {
    int from = index(fromSeconds);
    int to = Math.min(values.size(), index(toSeconds));
    double[] told = new double[Math.max(0, to - from)];
    int count = 0;
    for (int i = from; i < to; i++) {
      Double value = values.get(i);
      if (value != null && !hours.isMasked(i * seconds, (i + 1) * seconds)) {
        told[count++] = value;
      }
    }
    boolean enough = count >= LEAST_VALUES && count >= HALF * (toSeconds - fromSeconds) / seconds;
    double[] sorted = Arrays.copyOf(told, count);
    Arrays.sort(sorted);
    return enough ? (Double) reduction.of(sorted) : null;
  }

  /** The first interval whose middle lies at an instant or after it. */
  private int index(double atSeconds) {
    return Math.max(0, (int) Math.ceil(atSeconds / seconds - HALF));
  }

  @Override
  public String need() {
    return "enough values: its source was silent, or is read too seldom";
  }
}
