package io.tideline.reports.stats;

import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Sums up the readings of one resource by intervals, which can be joined. */
final class ResourceTrack {
  private final String source;
  private final String name;
  private final Unit unit;
  private final double[] sums = new double[Intervals.MOST];
  private final double[] minima = new double[Intervals.MOST];
  private final double[] waiting = new double[Intervals.MOST];
  private final int[] counts = new int[Intervals.MOST];
  private boolean waited;
  private double sum;
  private double max = Double.NEGATIVE_INFINITY;
  private long count;
  private @Nullable Double limit;

  ResourceTrack(String source, Reading first) {
    this.source = source;
    this.name = first.name();
    this.unit = first.unit();
    Arrays.fill(minima, Double.POSITIVE_INFINITY);
  }

  /**
   * Counts a reading.
   *
   * @param measured whether it belongs to no warm-up
   */
  void add(Reading reading, int interval, boolean measured) {
    sums[interval] += reading.value();
    minima[interval] = Math.min(minima[interval], reading.value());
    counts[interval]++;
    limit = reading.limit() == null ? limit : reading.limit();
    if (reading.waiting() != null) {
      waited = true;
      waiting[interval] += reading.waiting();
    }
    if (measured) {
      sum += reading.value();
      max = Math.max(max, reading.value());
      count++;
    }
  }

  /** Each {@code factor} intervals become one. */
  void join(int factor) {
    for (int i = 0; i < counts.length; i++) {
      int to = i / factor;
      double minimum = minima[i];
      move(sums, i, to);
      move(waiting, i, to);
      int moved = counts[i];
      counts[i] = 0;
      counts[to] += moved;
      minima[i] = Double.POSITIVE_INFINITY;
      minima[to] = Math.min(minima[to], minimum);
    }
  }

  private static void move(double[] values, int from, int to) {
    double value = values[from];
    values[from] = 0;
    values[to] += value;
  }

  ResourceRow row(int intervals) {
    return new ResourceRow(
        source,
        name,
        unit,
        count == 0 ? null : (Double) (sum / count),
        count == 0 ? null : (Double) max,
        limit,
        column(intervals, i -> sums[i] / counts[i]),
        column(intervals, i -> minima[i]),
        waited ? column(intervals, i -> waiting[i] / counts[i]) : List.of());
  }

  private List<@Nullable Double> column(int intervals, IntToDoubleFunction figure) {
    List<@Nullable Double> column = new ArrayList<>();
    for (int i = 0; i < intervals; i++) {
      column.add(counts[i] == 0 ? null : (Double) figure.applyAsDouble(i));
    }
    return column;
  }
}
