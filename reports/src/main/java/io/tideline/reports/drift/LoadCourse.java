package io.tideline.reports.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Load over a whole run, and what a target that answers it late would hold: the load some hours
 * ago, a moving mean that forgets exponentially, or the highest load so far.
 *
 * @param hours since the run's first instant, rising
 * @param loads at them
 */
public record LoadCourse(double[] hours, double[] loads) {
  /** Nothing is known. */
  public static final LoadCourse NONE = new LoadCourse(new double[0], new double[0]);

  private static final double[] DELAYS = {
    0, 0.25, 0.5, 0.75, 1, 1.33, 1.67, 2, 2.33, 2.67, 3, 3.5, 4, 4.5, 5, 6, 7, 8
  };
  private static final double[] FORGETTING = {0.25, 0.5, 1, 1.5, 2, 3, 4, 6};

  /** Regressors at {@code at}, each of a way to follow the load. */
  List<double[]> followers(double[] at) {
    List<double[]> all = new ArrayList<>();
    if (hours.length == 0) {
      return all;
    }
    double span = at[at.length - 1];
    for (double delay : DELAYS) {
      if (delay <= 0.6 * span) {
        all.add(Arrays.stream(at).map(hour -> at(loads, hour - delay)).toArray());
      }
    }
    for (double tau : FORGETTING) {
      if (tau <= 0.6 * span) {
        double[] held = forgetting(tau);
        all.add(Arrays.stream(at).map(hour -> at(held, hour)).toArray());
      }
    }
    double[] most = loads.clone();
    for (int i = 1; i < most.length; i++) {
      most[i] = Math.max(most[i], most[i - 1]);
    }
    all.add(Arrays.stream(at).map(hour -> at(most, hour)).toArray());
    return all;
  }

  private double[] forgetting(double tau) {
    double[] held = loads.clone();
    for (int i = 1; i < held.length; i++) {
      double kept = Math.exp(-(hours[i] - hours[i - 1]) / tau);
      held[i] = kept * held[i - 1] + (1 - kept) * loads[i];
    }
    return held;
  }

  /** Between the hours that are known by a line, outside of them the nearest. */
  private double at(double[] values, double hour) {
    int i = Arrays.binarySearch(hours, hour);
    if (i >= 0) {
      return values[i];
    }
    int next = -i - 1;
    if (next == 0 || next == hours.length) {
      return values[Math.min(next, hours.length - 1)];
    }
    double share = (hour - hours[next - 1]) / (hours[next] - hours[next - 1]);
    return values[next - 1] + share * (values[next] - values[next - 1]);
  }
}
