package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.SoakShapes.Ranges;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The tables of shapes in {@code docs/soak.md}: {@code java [-Dhours=24] [-Dnoise=0.01]
 * [-Dlasts=15] [-Dgrowth=0.04] [-Druns=500] [-Dseed=777] -cp ...
 * io.tideline.reports.drift.ShapeTable}. By {@code -Dtuning=true} with the parameters that the rule
 * was made with.
 */
public final class ShapeTable {
  private ShapeTable() {}

  /** Prints them. */
  public static void main(String[] args) {
    int runs = Integer.getInteger("runs", 500);
    long seed = Long.getLong("seed", 777);
    double hours = Double.parseDouble(System.getProperty("hours", "8"));
    double sigma = Double.parseDouble(System.getProperty("noise", "0.01"));
    double lasts = Double.parseDouble(System.getProperty("lasts", "15"));
    double growth = Double.parseDouble(System.getProperty("growth", "0.04"));
    Ranges ranges = Boolean.getBoolean("tuning") ? Ranges.TUNING : Ranges.TABLE;
    List<SoakShapes> all = new ArrayList<>(SoakShapes.healthy());
    all.addAll(SoakShapes.leaks(growth));
    String only = System.getProperty("only", "");
    System.out.println("| series | leak | converging | undecided | stable |");
    System.out.println("|---|---|---|---|---|");
    for (SoakShapes shape : all) {
      if (!shape.name().matches(".*" + only + ".*")) {
        continue;
      }
      SplittableRandom random = new SplittableRandom(seed);
      DriftRule rule = new DriftRule(DriftRule.AT_THE_END);
      Map<Answer, Integer> count = new EnumMap<>(Answer.class);
      for (int i = 0; i < runs; i++) {
        SoakShapes.Drawn drawn = shape.draw(hours, sigma, lasts, ranges, random.split());
        count.merge(rule.of(SoakShapes.question(drawn, hours)).answer(), 1, Integer::sum);
      }
      System.out.printf(
          Locale.ROOT,
          "| %s%s | %.1f | %.1f | %.1f | %.1f |%n",
          shape.leaks() ? "leak: " : "",
          shape.name(),
          share(count, Answer.LEAK, runs),
          share(count, Answer.CONVERGING, runs),
          share(count, Answer.UNDECIDED, runs),
          share(count, Answer.STABLE, runs));
    }
  }

  private static double share(Map<Answer, Integer> count, Answer answer, int runs) {
    return 100.0 * count.getOrDefault(answer, 0) / runs;
  }
}
