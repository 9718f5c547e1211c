package io.tideline.engine.search;

import java.util.List;
import java.util.Locale;

/**
 * Prints how searches err against a target that tires, as Markdown. Arguments: searches for each
 * row (1,000 unless told), and the first seed (1,000,000 unless told, which no choice was made
 * with):
 *
 * <pre>
 *   mvn -pl engine -am test-compile
 *   java -cp engine/target/classes:engine/target/test-classes \
 *     io.tideline.engine.search.TrendTable
 * </pre>
 */
final class TrendTable {
  private static final double[] CHANGES = {0, -0.02, -0.05, -0.10, -0.20, 0.10};
  private static final double[] NOISES = {0.01, 0.03, 0.06, 0.10};

  private TrendTable() {}

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    int searches = given.isEmpty() ? 1_000 : Integer.parseInt(given.get(0));
    long first = given.size() > 1 ? Long.parseLong(given.get(1)) : 1_000_000;
    System.out.println("| limit, by the hour | noise | trend told | fit over | held over |");
    System.out.println("|---|---|---|---|---|");
    for (double change : CHANGES) {
      for (double noise : NOISES) {
        ErrorRates rates =
            ErrorRates.of(first, searches, noise, Staircase.STANDARD.steps(), change);
        System.out.printf(
            Locale.ROOT,
            "| %+.0f %% | %.0f %% | %.1f | %.1f | %.1f |%n",
            100 * change,
            100 * noise,
            percent(rates.count(SearchOutcome::trend), searches),
            percent(rates.over(SearchOutcome::limit), searches),
            percent(rates.over(SearchOutcome::heldToLimit), searches));
      }
    }
  }

  private static double percent(long part, int of) {
    return 100.0 * part / of;
  }
}
