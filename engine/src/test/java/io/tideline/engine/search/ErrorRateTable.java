package io.tideline.engine.search;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Prints the table of docs/breaking-point.md as Markdown. Arguments: searches for each row (2,000
 * unless told), then lengths of the staircase (8, 16 and 24 unless told). Takes some ten minutes:
 *
 * <pre>
 *   mvn -pl engine -am test-compile
 *   java -cp engine/target/classes:engine/target/test-classes \
 *     io.tideline.engine.search.ErrorRateTable
 * </pre>
 */
final class ErrorRateTable {
  private static final double[] NOISES = {0, 0.03, 0.06, 0.10};

  private ErrorRateTable() {}

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    int searches = given.isEmpty() ? 2_000 : Integer.parseInt(given.get(0));
    List<String> staircases =
        given.size() > 1 ? given.subList(1, given.size()) : List.of("8", "16", "24");
    System.out.println(
        "| staircase | noise | limit: within, over, covered | load: within, over, covered"
            + " | load to limit: within, over | held to limit: within, over |");
    System.out.println("|---|---|---|---|---|---|");
    for (String staircase : staircases) {
      for (double noise : NOISES) {
        System.out.println(row(searches, noise, Integer.parseInt(staircase)));
      }
    }
  }

  private static String row(int searches, double noise, int staircase) {
    ErrorRates rates = ErrorRates.of(searches, noise, staircase);
    return String.format(
        Locale.ROOT,
        "| %d | %.0f %% | %s, %s | %s, %s | %s | %s |",
        staircase,
        noise * 100,
        claim(rates, SearchOutcome::limit),
        percent(rates.count(SearchOutcome::limitCovered), searches),
        claim(rates, SearchOutcome::load),
        percent(rates.count(SearchOutcome::loadCovered), searches),
        claim(rates, SearchOutcome::loadToLimit),
        claim(rates, SearchOutcome::heldToLimit));
  }

  private static String claim(ErrorRates rates, ToDoubleFunction<SearchOutcome> claim) {
    int searches = rates.outcomes().size();
    return percent(rates.within(claim), searches) + ", " + percent(rates.over(claim), searches);
  }

  private static String percent(long part, int of) {
    return String.format(Locale.ROOT, "%.1f", 100.0 * part / of);
  }
}
