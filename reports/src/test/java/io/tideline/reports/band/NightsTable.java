package io.tideline.reports.band;

import io.tideline.reports.band.Nights.Told;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Prints the tables of docs/regression.md on histories that grow night by night, as Markdown: what
 * marks change, a year with a shift in it, and how often all fresh runs are above all earlier ones
 * beside a suspicion. Arguments: how many years for each row (200 unless told), and a seed. See
 * {@link RegressionTable} for how to call it.
 */
final class NightsTable {
  private static final int YEAR = 365;

  private final int years;
  private final long seed;

  private NightsTable(int years, long seed) {
    this.years = years;
    this.seed = seed;
  }

  public static void main(String[] arguments) {
    int years = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    NightsTable table =
        new NightsTable(years, arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261_201L);
    table.unchanged();
    table.shifted();
    table.odds();
  }

  private void unchanged() {
    System.out.println(
        "\nUnchanged code, a year of nights: suspected without confirmation, failed with it; %\n");
    System.out.println(
        "| noise | kept out: suspected | marked: suspected | confirmed: suspected | failed |");
    System.out.println("|---|---|---|---|---|");
    for (Shape shape : Shape.values()) {
      double[] out = rates(new Nights(shape, 0.03, YEAR, 0, 0, false, false));
      double[] marked = rates(new Nights(shape, 0.03, YEAR, 0, 0, true, false));
      double[] confirmed = rates(new Nights(shape, 0.03, YEAR, 0, 4, true, false));
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %.2f |%n",
          shape.title(),
          out[0],
          marked[0],
          confirmed[0],
          confirmed[1]);
    }
  }

  private double[] rates(Nights nights) {
    double suspected = 0;
    double failed = 0;
    for (int i = 0; i < years; i++) {
      Told told = nights.through(YEAR, random(i));
      suspected += told.suspected()[0];
      failed += told.failed()[0];
    }
    return new double[] {100 * suspected / years / YEAR, 100 * failed / years / YEAR};
  }

  private void shifted() {
    System.out.println("\nA year with a shift of 20 % on its 120th night, 3 % noise; per year\n");
    System.out.println(
        "| fresh runs | suspected nights | accepted by | nights suspected | failed | told as lasting"
            + " | runs in the history | longest without one |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    row("none", "kept out", "nobody", 0, false, false);
    row("none", "marked", "nobody", 0, true, false);
    row("4", "marked", "nobody", 4, true, false);
    row("4", "marked", "a person, when told", 4, true, true);
  }

  private void row(
      String title, String suspect, String who, int fresh, boolean marking, boolean accepts) {
    Nights nights = new Nights(Shape.NORMAL, 0.03, 120, 0.2, fresh, marking, accepts);
    double[] sums = new double[5];
    for (int i = 0; i < years; i++) {
      Told told = nights.through(YEAR, random(i));
      sums[0] += told.suspected()[0] + told.suspected()[1];
      sums[1] += told.failed()[0] + told.failed()[1];
      sums[2] += told.shifts().size();
      sums[3] += told.accepted();
      sums[4] += told.starved();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.1f | %.1f | %.2f | %.0f | %.1f |%n",
        title,
        suspect,
        who,
        sums[0] / years,
        sums[1] / years,
        sums[2] / years,
        sums[3] / years,
        sums[4] / years);
  }

  private void odds() {
    System.out.println("\nAll 4 fresh runs above all earlier ones, unchanged code: once in\n");
    System.out.println("| noise | earlier | of all runs | of suspected ones | said |");
    System.out.println("|---|---|---|---|---|");
    for (Shape shape : Shape.values()) {
      for (int earlier : new int[] {3, 5, 10}) {
        odds(shape, earlier);
      }
    }
  }

  private void odds(Shape shape, int earlier) {
    SplittableRandom random = new SplittableRandom(seed + 7_907L * earlier + shape.ordinal());
    Environment at = new Environment(shape, 0.05, 0, earlier, 4);
    BandSettings settings = at.settings(random);
    int runs = 500 * years;
    long above = 0;
    long suspected = 0;
    long both = 0;
    for (int i = 0; i < runs; i++) {
      var values = shape.values(earlier + 5, 0.05, random);
      var before = values.subList(0, earlier);
      var fresh = values.subList(earlier + 1, values.size());
      var question =
          new Question.OfValue(
              Environment.ID,
              Environment.LATENCY,
              values.get(earlier),
              before,
              java.util.List.of(),
              fresh);
      boolean flagged =
          Screening.of(ValueCase.of(question, settings).trials(), settings.chances()).get(0)
              != Trial.Outcome.CALM;
      boolean all = SlowerThanAll.holds(before, fresh);
      above += all ? 1 : 0;
      suspected += flagged ? 1 : 0;
      both += flagged && all ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f |%n",
        shape.title(),
        earlier,
        (double) runs / above,
        (double) suspected / both,
        SlowerThanAll.oneOf(earlier, 4));
  }

  private SplittableRandom random(int year) {
    return new SplittableRandom(seed + 15_485_863L * year);
  }
}
