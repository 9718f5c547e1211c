package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of {@code docs/soak.md}: {@code java -cp
 * reports/target/classes:reports/target/test-classes io.tideline.reports.drift.DriftTable [runs]}.
 */
public final class DriftTable {
  private static final int RUNS = 2_000;
  private static final long SEED = 20260101;
  private static final double[] HOURS = {8, 24};
  private static final double[] GROWTH = {0.005, 0.01, 0.02, 0.04};

  private DriftTable() {}

  /** Prints them. */
  public static void main(String[] args) {
    int runs = args.length == 0 ? RUNS : Integer.parseInt(args[0]);
    System.out.println("| series | hours | leak | converging | leak, while it goes on |");
    System.out.println("|---|---|---|---|---|");
    for (Series series : Series.values()) {
      for (double hours : HOURS) {
        Map<Answer, Double> end = rates(series, hours, 0, DriftRule.AT_THE_END, runs);
        Map<Answer, Double> early = rates(series, hours, 0, DriftRule.UNDER_WAY, runs);
        System.out.printf(
            Locale.ROOT,
            "| %s | %.0f | %.1f | %.1f | %.1f |%n",
            series.words(),
            hours,
            100 * end.get(Answer.LEAK),
            100 * end.get(Answer.CONVERGING),
            100 * early.get(Answer.LEAK));
      }
    }
    System.out.println();
    System.out.println("| noise | hours | 0.5 %/h | 1 %/h | 2 %/h | 4 %/h |");
    System.out.println("|---|---|---|---|---|---|");
    for (Series series :
        new Series[] {
          Series.WHITE, Series.AUTOCORRELATED, Series.LASTING, Series.DAY, Series.INDIFFERENT
        }) {
      for (double hours : HOURS) {
        StringBuilder line = new StringBuilder();
        for (double growth : GROWTH) {
          Map<Answer, Double> found = rates(series, hours, growth, DriftRule.AT_THE_END, runs);
          line.append(
              String.format(
                  Locale.ROOT,
                  " %.1f (%.1f) |",
                  100 * found.get(Answer.LEAK),
                  100 * found.get(Answer.CONVERGING)));
        }
        System.out.printf(Locale.ROOT, "| %s | %.0f |%s%n", series.words(), hours, line);
      }
    }
  }

  private static Map<Answer, Double> rates(
      Series series, double hours, double growth, double level, int runs) {
    return new DriftRates(series, hours, growth, level).of(runs, SEED);
  }
}
