package io.tideline.reports.soak;

import io.tideline.reports.drift.Blocks;
import io.tideline.reports.drift.Blocks.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a series into blocks. Where too many of the shortest blocks hold too little, because the run
 * is compressed or few requests come, blocks become two, three, ... times as long, as long as there
 * are enough of them.
 */
final class Cutter {
  private static final double MOSTLY_FILLED = 0.8;
  private static final double HALF = 0.5;

  private final Layout layout;

  Cutter(Layout layout) {
    this.layout = layout;
  }

  /** What is cut. */
  interface Series {
    /** The value of the block between two seconds of the run; null when it holds too little. */
    @Nullable Double value(double fromSeconds, double toSeconds);

    /** What a block needs. */
    String need();
  }

  Cut cut(Series series) {
    Cut best = null;
    for (int factor = 1; layout.count(factor) >= Layout.LEAST_BLOCKS; factor++) {
      Cut cut = cut(series, factor);
      double enough = Math.max(Layout.LEAST_BLOCKS, MOSTLY_FILLED * cut.possible());
      if (cut.blocks().size() >= enough) {
        return cut;
      }
      if (best == null || filled(cut) > filled(best)) {
        best = cut;
      }
    }
    return best == null ? tooShort() : lacking(best, series);
  }

  private static double filled(Cut cut) {
    boolean enough = cut.blocks().size() >= Layout.LEAST_BLOCKS;
    return (enough ? 1 : 0) + (double) cut.blocks().size() / cut.possible();
  }

  private Cut tooShort() {
    return new Cut(Blocks.of(List.of()), layout.blockHours(), 0, String.valueOf(layout.tooShort()));
  }

  private Cut cut(Series series, int factor) {
    PlanHours clock = layout.hours();
    double length = factor * layout.blockHours();
    int possible = layout.count(factor);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < possible; i++) {
      double from = clock.from() + i * length;
      Double value = series.value(clock.seconds(from), clock.seconds(from + length));
      if (value != null) {
        points.add(new Point(from + length / 2, value));
      }
    }
    return new Cut(Blocks.of(points), length, possible, "");
  }

  private Cut lacking(Cut cut, Series series) {
    int filled = cut.blocks().size();
    boolean few = filled < Layout.LEAST_BLOCKS || filled < HALF * cut.possible();
    String lack =
        few
            ? String.format(
                Locale.ROOT,
                "only %d of %d blocks of %s hold %s",
                filled,
                cut.possible(),
                new Layout(layout.hours(), cut.blockHours()).words(),
                series.need())
            : "";
    return new Cut(cut.blocks(), cut.blockHours(), cut.possible(), lack);
  }
}
