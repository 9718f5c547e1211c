package io.tideline.reports.stats;

import io.tideline.reports.stats.LatencyShapes.Ranges;
import io.tideline.reports.stats.PercentileInterval.Missing;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The table of intervals in {@code docs/RATIONALE.md}: {@code java [-Dseconds=600] [-Drate=40]
 * [-Druns=500] [-Dseed=90210] [-Donly=stall] -cp ... io.tideline.reports.stats.CoverageTable}. By
 * {@code -Dtuning=true} with the parameters that the rule was made with.
 */
public final class CoverageTable {
  static final List<Double> QUANTILES = List.of(0.5, 0.95, 0.99);

  private CoverageTable() {}

  /** What came of many runs' intervals of one percentile. */
  static final class Count {
    final Map<Missing, Integer> missing = new EnumMap<>(Missing.class);
    int runs;
    int shown;
    int covered;
    double widths;

    void add(PercentileInterval interval, double truth) {
      runs++;
      interval.missing().ifPresent(why -> missing.merge(why, 1, Integer::sum));
      interval
          .confidence()
          .ifPresent(
              ends -> {
                shown++;
                covered += ends.low() <= truth && truth <= ends.high() ? 1 : 0;
                widths += ends.high() / ends.low() - 1;
              });
    }

    double shownShare() {
      return (double) shown / runs;
    }

    double coverage() {
      return (double) covered / shown;
    }
  }

  /** Counts of {@link #QUANTILES}; the truth is that of as many other runs together. */
  static List<Count> count(
      LatencyShapes shape, int seconds, double perSecond, int runs, SplittableRandom random) {
    TimeCounts pooled = new TimeCounts();
    for (int i = 0; i < runs; i++) {
      shape.draw(seconds, perSecond, random.split()).forEach(pooled::add);
    }
    CountedTimes truth = CountedTimes.of(pooled.pack());
    List<Count> counts = QUANTILES.stream().map(each -> new Count()).toList();
    for (int i = 0; i < runs; i++) {
      List<PackedTimes> times = shape.draw(seconds, perSecond, random.split());
      TimeCounts sum = new TimeCounts();
      times.forEach(sum::add);
      Latencies all = Latencies.of(sum);
      PercentileIntervals intervals = PercentileIntervals.of(times);
      for (int k = 0; k < counts.size(); k++) {
        double quantile = QUANTILES.get(k);
        counts.get(k).add(intervals.around(all.at(quantile), quantile), truth.at(quantile));
      }
    }
    return counts;
  }

  /** Prints it. */
  public static void main(String[] args) {
    int seconds = Integer.getInteger("seconds", 600);
    int runs = Integer.getInteger("runs", 500);
    long seed = Long.getLong("seed", 90210);
    double rate = Double.parseDouble(System.getProperty("rate", "40"));
    String only = System.getProperty("only", "");
    Ranges ranges = Boolean.getBoolean("tuning") ? Ranges.TUNING : Ranges.TABLE;
    System.out.println(
        "| requests | p50 shown | covers | p95 shown | covers | p99 shown | covers |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (LatencyShapes shape : LatencyShapes.all(ranges)) {
      if (shape.name().contains(only)) {
        StringBuilder row = new StringBuilder("| " + shape.name());
        for (Count count : count(shape, seconds, rate, runs, new SplittableRandom(seed))) {
          row.append(format(" | %.0f", 100 * count.shownShare()));
          row.append(count.shown == 0 ? " | -" : format(" | %.0f", 100 * count.coverage()));
          row.append(Boolean.getBoolean("why") ? " " + count.missing : "");
          row.append(
              Boolean.getBoolean("why")
                  ? format(" %.1f %%", 100 * count.widths / count.shown)
                  : "");
        }
        System.out.println(row + " |");
      }
    }
  }

  private static String format(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
