package io.tideline.reports.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series that grows between drops: collections farther apart than blocks, restarts.
 *
 * @param parts between drops, as first and last-plus-one block
 * @param slope common to all parts, per hour
 * @param t of that slope, by its standard error
 * @param floors least block of each part but the first, of which the beginning is unknown
 */
record Teeth(List<int[]> parts, double slope, double t, Blocks floors) {
  private static final double DROP = 4;
  private static final int LEAST_FLOORS = 6;

  static Teeth of(Blocks blocks) {
    double[] y = blocks.values();
    int n = y.length;
    double[] steps = new double[n - 1];
    for (int i = 1; i < n; i++) {
      steps[i - 1] = y[i] - y[i - 1];
    }
    double usual = Math.max(Medians.deviation(steps), Double.MIN_NORMAL);
    List<int[]> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || steps[i - 1] < -DROP * usual) {
        parts.add(new int[] {from, i});
        from = i;
      }
    }
    double xx = 0;
    double xy = 0;
    for (int[] part : parts) {
      Blocks each = blocks.part(part[0], part[1]);
      double meanX = Arrays.stream(each.hours()).average().orElse(0);
      double meanY = Arrays.stream(each.values()).average().orElse(0);
      for (int i = 0; i < each.size(); i++) {
        xx += (each.hours()[i] - meanX) * (each.hours()[i] - meanX);
        xy += (each.hours()[i] - meanX) * (each.values()[i] - meanY);
      }
    }
    double slope = xx > 0 ? xy / xx : 0;
    double left = 0;
    List<Blocks.Point> floors = new ArrayList<>();
    for (int[] part : parts) {
      Blocks each = blocks.part(part[0], part[1]);
      double meanX = Arrays.stream(each.hours()).average().orElse(0);
      double meanY = Arrays.stream(each.values()).average().orElse(0);
      Blocks.Point least = new Blocks.Point(0, Double.POSITIVE_INFINITY);
      for (int i = 0; i < each.size(); i++) {
        double off = each.values()[i] - meanY - slope * (each.hours()[i] - meanX);
        left += off * off;
        if (each.values()[i] < least.value()) {
          least = new Blocks.Point(each.hours()[i], each.values()[i]);
        }
      }
      if (part[0] > 0) {
        floors.add(least);
      }
    }
    int degrees = Math.max(1, n - parts.size() - 1);
    double error = Math.sqrt(Math.max(left, Double.MIN_NORMAL) / degrees / Math.max(xx, 1e-9));
    return new Teeth(parts, slope, slope / error, Blocks.of(floors));
  }

  boolean drops() {
    return parts.size() > 1;
  }

  /** Whether there are so many floors that they show it to stay. */
  boolean floorsHold(double leastSlope) {
    return floors.size() >= LEAST_FLOORS && SenSlope.slope(floors) < leastSlope;
  }
}
