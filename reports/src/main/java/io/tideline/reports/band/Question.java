package io.tideline.reports.band;

import java.util.List;

/** Whether one figure of a run has become worse; {@link Judgement} answers. */
public sealed interface Question {

  /** Names the figure; the same in every run. */
  String id();

  /**
   * A question about a value, one for each run and above 0: a latency, a throughput.
   *
   * @param measure what kind of value it is
   * @param value of the run that is judged
   * @param earlier of the accepted runs before it, the oldest first
   * @param anchor of the runs that stay fixed, so that slow creep is found; empty without
   * @param confirming of the fresh runs made after it; empty without
   * @param marks which of the earlier and the fixed ones were suspected themselves
   */
  record OfValue(
      String id,
      Measure measure,
      double value,
      List<Double> earlier,
      List<Double> anchor,
      List<Double> confirming,
      Marks marks)
      implements Question {

    /** None of the earlier runs was suspected. */
    public OfValue(
        String id,
        Measure measure,
        double value,
        List<Double> earlier,
        List<Double> anchor,
        List<Double> confirming) {
      this(id, measure, value, earlier, anchor, confirming, Marks.NONE);
    }

    /** Checked for what has no logarithm. */
    public OfValue {
      earlier = positive(earlier);
      anchor = positive(anchor);
      confirming = positive(confirming);
      positive(List.of(value));
    }
  }

  /** A question about a share of failures; see {@link OfValue} for what the runs are. */
  record OfErrors(
      String id,
      Errors run,
      List<Errors> earlier,
      List<Errors> anchor,
      List<Errors> confirming,
      Marks marks)
      implements Question {

    /** None of the earlier runs was suspected. */
    public OfErrors(
        String id, Errors run, List<Errors> earlier, List<Errors> anchor, List<Errors> confirming) {
      this(id, run, earlier, anchor, confirming, Marks.NONE);
    }

    /** Unchangeable. */
    public OfErrors {
      earlier = List.copyOf(earlier);
      anchor = List.copyOf(anchor);
      confirming = List.copyOf(confirming);
    }
  }

  /**
   * A question about a candidate and a baseline that were run in turns on the same host.
   *
   * @param measure what kind of value it is
   * @param session the four runs
   * @param earlier sessions before it, as ratios of candidate to baseline; below three, a ratio of
   *     1 is what is held against
   * @param confirming fresh sessions made after it; empty without
   */
  record OfPairs(
      String id, Measure measure, Abba session, List<Double> earlier, List<Abba> confirming)
      implements Question {

    /** Checked for what has no logarithm. */
    public OfPairs {
      earlier = positive(earlier);
      confirming = List.copyOf(confirming);
    }
  }

  private static List<Double> positive(List<Double> values) {
    for (double value : values) {
      if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a value of " + value + " cannot be compared");
      }
    }
    return List.copyOf(values);
  }
}
