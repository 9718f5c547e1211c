package io.tideline.reports.gate;

import io.tideline.reports.band.ChangePoint;
import io.tideline.reports.band.ChangePoints;
import io.tideline.reports.gate.Gauge.Figure;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where a long history of runs changed for good, figure by figure (see {@link ChangePoints}): a
 * report for people, which gates nothing. A creep or a step that no band of a few runs found shows
 * here, and so does what became faster.
 */
public final class Audit {
  /** Fewest runs that can show a change: some before it, and some after. */
  public static final int FEWEST_RUNS = ChangePoints.FEWEST_VALUES;

  /** Less is not worth anybody's time, however sure it is. */
  private static final double LEAST = Math.log(1.01);

  private static final double PERCENT = 100;

  private final List<MeasuredRun> runs;

  private Audit(List<Run> runs) {
    this.runs = MeasuredRun.all(runs);
  }

  /**
   * A figure that changed.
   *
   * @param since the first run of those that have it so
   * @param position of that run in the history, 0 for the oldest
   * @param figure whose figure it is, and which one
   * @param before its mean over the runs before, with its unit
   * @param after the same over the runs from then on, up to the next change
   * @param change in per cent, with its sign
   * @param chance how likely chance alone makes such a difference at this place
   */
  public record Change(
      RunInfo since,
      int position,
      String figure,
      String before,
      String after,
      String change,
      double chance) {}

  /**
   * The changes of 1 % and more, the oldest first; those that begin with the same run in the order
   * of the figures that runs are compared by. Errors are no part of it: theirs is a limit.
   *
   * @param runs with one fingerprint, the oldest first
   */
  public static List<Change> of(List<Run> runs) {
    return runs.size() < FEWEST_RUNS ? List.of() : new Audit(runs).changes();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (Gauge gauge : Gauges.of(runs.get(runs.size() - 1))) {
      if (gauge.figure() != Figure.ERRORS) {
        changes.addAll(changes(gauge));
      }
    }
    changes.sort(Comparator.comparingInt(Change::position));
    return changes;
  }

  /** Of one figure; runs that have too few requests for it are passed over. */
  private List<Change> changes(Gauge gauge) {
    List<Integer> positions = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Double value = runs.get(i).value(gauge);
      if (value != null && value > 0) {
        positions.add(i);
        values.add(value);
      }
    }
    return ChangePoints.of(values).stream()
        .filter(point -> Math.abs(Math.log(point.ratio())) >= LEAST)
        .map(point -> change(gauge, point, positions.get(point.index())))
        .toList();
  }

  private Change change(Gauge gauge, ChangePoint point, int position) {
    return new Change(
        runs.get(position).run().info(),
        position,
        ScopeName.of(gauge.scope()) + ", " + gauge.figure().key(),
        gauge.figure().text(point.before()),
        gauge.figure().text(point.after()),
        String.format(Locale.ROOT, "%+.1f %%", PERCENT * (point.ratio() - 1)),
        point.chance());
  }
}
