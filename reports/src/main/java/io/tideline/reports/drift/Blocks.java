package io.tideline.reports.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A series reduced to one value for each equal block of time. A block with less than half of the
 * values of the fullest one is left out, so that gaps and masked windows do not count.
 *
 * @param hours middle of each block, rising
 * @param values of the blocks
 */
public record Blocks(double[] hours, double[] values) {
  private static final double LEAST_FILLED = 0.5;

  /** One value of a series. */
  public record Point(double hours, double value) {}

  /** What stands for a block. */
  public enum Reduction {
    /** The least: what is in use after whatever comes and goes has gone. For resources. */
    MINIMUM {
      @Override
      public double of(double[] sorted) {
        return sorted[0];
      }
    },
    /** The mean. For shares of time. */
    MEAN {
      @Override
      public double of(double[] sorted) {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
      }
    },
    /** The middle one. For logarithms of times and rates. */
    MEDIAN {
      @Override
      public double of(double[] sorted) {
        return Medians.ofSorted(sorted);
      }
    };

    /** Of values in ascending order. */
    public abstract double of(double[] sorted);
  }

  /**
   * The blocks of a series.
   *
   * @param points those that count, in any order
   * @param fromHours where the first block begins; earlier points do not count
   * @param blockHours length of a block; of a series with a known cycle a whole number of cycles
   */
  public static Blocks of(
      List<Point> points, double fromHours, double blockHours, Reduction reduction) {
    double end = points.stream().mapToDouble(Point::hours).max().orElse(fromHours);
    int whole = (int) Math.floor((end - fromHours) / blockHours + 1e-6);
    List<List<Double>> filled = new ArrayList<>();
    for (int i = 0; i < whole; i++) {
      filled.add(new ArrayList<>());
    }
    for (Point point : points) {
      int block = (int) Math.floor((point.hours() - fromHours) / blockHours);
      if (point.hours() >= fromHours && block < whole) {
        filled.get(block).add(point.value());
      }
    }
    int fullest = filled.stream().mapToInt(List::size).max().orElse(0);
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < whole; i++) {
      double[] sorted = filled.get(i).stream().mapToDouble(Double::doubleValue).sorted().toArray();
      if (sorted.length > 0 && sorted.length >= LEAST_FILLED * fullest) {
        kept.add(new Point(fromHours + (i + 0.5) * blockHours, reduction.of(sorted)));
      }
    }
    return of(kept);
  }

  /** The blocks of which each is known already. */
  public static Blocks of(List<Point> points) {
    List<Point> sorted = points.stream().sorted(Comparator.comparingDouble(Point::hours)).toList();
    return new Blocks(
        sorted.stream().mapToDouble(Point::hours).toArray(),
        sorted.stream().mapToDouble(Point::value).toArray());
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** From the first block to the last. */
  double span() {
    return size() == 0 ? 0 : hours[size() - 1] - hours[0];
  }

  Blocks part(int from, int to) {
    return new Blocks(Arrays.copyOfRange(hours, from, to), Arrays.copyOfRange(values, from, to));
  }
}
