package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.SoakShapes.Ranges;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** The tables of shapes in docs/soak.md. */
public final class ShapeTable {
  private ShapeTable() {}

  /** Prints them. */
  public static void main(String[] args) {
    int runs = Integer.getInteger("runs", 200);
    long seed = Long.getLong("seed", 1);
    double hours = Double.parseDouble(System.getProperty("hours", "8"));
    double sigma = Double.parseDouble(System.getProperty("noise", "0.01"));
    double lasts = Double.parseDouble(System.getProperty("lasts", "15"));
    double growth = Double.parseDouble(System.getProperty("growth", "0.04"));
    Ranges ranges = Boolean.getBoolean("table") ? Ranges.TABLE : Ranges.TUNING;
    List<SoakShapes> all = new ArrayList<>(SoakShapes.healthy());
    all.addAll(SoakShapes.leaks(growth));
    String only = System.getProperty("only", "");
    System.out.printf("hours %s noise %s lasts %s growth %s%n", hours, sigma, lasts, growth);
    for (SoakShapes shape : all) {
      if (!shape.name().matches(".*" + only + ".*")) {
        continue;
      }
      SplittableRandom random = new SplittableRandom(seed);
      DriftRule rule = new DriftRule(DriftRule.AT_THE_END);
      Map<Answer, Integer> count = new EnumMap<>(Answer.class);
      long before = System.nanoTime();
      for (int i = 0; i < runs; i++) {
        SoakShapes.Drawn drawn = shape.draw(hours, sigma, lasts, ranges, random.split());
        count.merge(rule.of(SoakShapes.question(drawn, hours)).answer(), 1, Integer::sum);
      }
      StringBuilder line = new StringBuilder();
      for (Answer answer : Answer.values()) {
        if (answer != Answer.SUSPECTED && answer != Answer.TOO_SHORT) {
          line.append(
              String.format(
                  Locale.ROOT,
                  " %5.1f %s",
                  100.0 * count.getOrDefault(answer, 0) / runs,
                  answer.name().substring(0, 4)));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-55s%s  %.1f ms%n",
          (shape.leaks() ? "LEAK " : "") + shape.name(),
          line,
          (System.nanoTime() - before) / 1e6 / runs);
    }
  }
}
