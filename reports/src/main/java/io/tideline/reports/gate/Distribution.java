package io.tideline.reports.gate;

import io.tideline.reports.stats.Latencies;
import java.util.ArrayList;
import java.util.List;

/**
 * A distribution of times, finer than its cells.
 *
 * <p>Gatling writes whole milliseconds, and a histogram three digits of them. From one run to the
 * next a percentile of 5 ms can then only stay or jump by 20 %, which no band can judge. Times
 * within a cell are taken to be spread evenly, as in any table of classes: a time of v milliseconds
 * stands for v - 1/2 to v + 1/2, since both its ends were cut off to whole ones.
 */
final class Distribution {
  private static final int WHOLE_BELOW_BITS = 11;
  private static final double HALF = 0.5;

  /**
   * Least time, in milliseconds, that a logarithm is taken of: below it Gatling measures nothing.
   */
  static final double LEAST = 0.5;

  private final List<Cell> cells = new ArrayList<>();
  private final long count;
  private final double mean;

  Distribution(Latencies latencies) {
    this.count = latencies.count();
    this.mean = latencies.mean();
    latencies.each((time, times) -> cells.add(Cell.of(time, times)));
  }

  long count() {
    return count;
  }

  double mean() {
    return Math.max(LEAST, mean);
  }

  /** The time that a share of {@code quantile} lies below. */
  double at(double quantile) {
    double wanted = quantile * count;
    double below = 0;
    double time = 0;
    for (Cell cell : cells) {
      time = cell.high();
      if (below + cell.times() >= wanted) {
        time = cell.low() + (cell.high() - cell.low()) * (wanted - below) / cell.times();
        break;
      }
      below += cell.times();
    }
    return Math.max(LEAST, time);
  }

  /** How many times lie above {@code time}. */
  double above(double time) {
    return cells.stream().mapToDouble(cell -> cell.above(time)).sum();
  }

  /** Times that the histogram does not tell apart, from low to high. */
  private record Cell(double low, double high, long times) {

    /** HdrHistogram of three digits keeps 11 bits of a number. */
    static Cell of(long highest, long times) {
      int bits = Long.SIZE - Long.numberOfLeadingZeros(highest);
      long width = 1L << Math.max(0, bits - WHOLE_BELOW_BITS);
      return new Cell(Math.max(0, highest - width + HALF), highest + HALF, times);
    }

    double above(double time) {
      double share = (high - time) / (high - low);
      return times * Math.max(0, Math.min(1, share));
    }
  }
}
