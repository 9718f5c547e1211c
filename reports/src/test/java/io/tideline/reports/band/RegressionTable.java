package io.tideline.reports.band;

import io.tideline.reports.band.Trial.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints the tables of docs/regression.md as Markdown. Argument: simulated runs for each figure
 * (100,000 unless told). Takes some ten minutes:
 *
 * <pre>
 *   mvn -pl reports -am test-compile
 *   mvn -pl reports -am dependency:build-classpath -Dmdep.outputFile=target/classpath
 *   java -cp reports/target/classes:reports/target/test-classes:$(cat reports/target/classpath) \
 *     io.tideline.reports.band.RegressionTable
 * </pre>
 */
final class RegressionTable {
  private static final int[] EARLIER = {3, 5, 10, 20};
  private static final double[] NOISES = {0.02, 0.03, 0.05, 0.10};

  private final int runs;

  private RegressionTable(int runs) {
    this.runs = runs;
  }

  public static void main(String[] arguments) {
    RegressionTable table =
        new RegressionTable(arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]));
    for (int fresh : new int[] {2, 4}) {
      table.falseAlarms(fresh, 0, "noise known");
      table.falseAlarms(fresh, 8, "noise from 8 runs");
      table.found(fresh);
    }
    table.falseAlarms(4, 16, "noise from 16 runs");
    table.lenient();
    table.uncalibrated();
    table.power();
    table.creep();
    table.wholeRuns();
    table.errors();
    table.paired();
    table.changes();
  }

  private void falseAlarms(int fresh, int calibratedWith, String title) {
    head("Flagged / failed, " + fresh + " fresh runs, " + title, "noise, earlier runs", EARLIER);
    for (Shape shape : Shape.values()) {
      row(
          shape.title(),
          EARLIER,
          i -> {
            Environment at = new Environment(shape, 0.05, calibratedWith, EARLIER[i], fresh);
            Map<Outcome, Long> outcomes = at.outcomes(0, runs);
            long calm = outcomes.getOrDefault(Outcome.CALM, 0L);
            long failed = outcomes.getOrDefault(Outcome.CONFIRMED, 0L);
            return String.format(Locale.ROOT, "%.1f / %.2f", share(runs - calm), share(failed));
          });
    }
  }

  /** What fresh runs would confirm if they were allowed as much chance as the screen. */
  private void lenient() {
    BandSettings standard = BandSettings.STANDARD;
    BandSettings lenient =
        new BandSettings(
            standard.priorFreedom(),
            new BandSettings.Chances(0.05, 0.05, 0.8),
            standard.runs(),
            standard.least(),
            null,
            true,
            Calibration.NONE);
    head("Failed if fresh runs were held to 5 %, noise known", "noise, earlier runs", EARLIER);
    for (Shape shape : Shape.values()) {
      row(
          shape.title(),
          EARLIER,
          i ->
              String.format(
                  Locale.ROOT,
                  "%.2f",
                  share(new Environment(shape, 0.05, 0, EARLIER[i], lenient).failed(0, runs))));
    }
  }

  private void found(int fresh) {
    for (int calibratedWith : new int[] {0, 8}) {
      String how = calibratedWith == 0 ? "noise known" : "noise from 8 runs";
      found("Rise found in 80 of 100, " + fresh + " fresh runs, " + how, calibratedWith, fresh);
    }
  }

  private void found(String title, int calibratedWith, int fresh) {
    head(title, "noise, earlier runs", EARLIER);
    int tries = Math.max(1_000, runs / 10);
    for (double noise : NOISES) {
      row(
          percent(noise),
          EARLIER,
          i -> {
            Environment at =
                new Environment(Shape.NORMAL, noise, calibratedWith, EARLIER[i], fresh);
            return one(100 * at.foundWithPower(0.8, tries));
          });
    }
  }

  private void uncalibrated() {
    head("Not calibrated, 4 fresh runs: failed", "noise, earlier runs", EARLIER);
    for (double noise : new double[] {0.02, 0.05, 0.10, 0.15, 0.20, 0.30}) {
      row(
          percent(noise),
          EARLIER,
          i ->
              String.format(
                  Locale.ROOT,
                  "%.2f",
                  share(new Environment(Shape.NORMAL, noise, -1, EARLIER[i], 4).failed(0, runs))));
    }
    found("Rise found in 80 of 100, not calibrated", -1, 4);
  }

  private void power() {
    int[] rises = {5, 10, 15, 20, 30, 50};
    head("Found, in per cent of runs, 5 earlier, 4 fresh", "noise, rise in %", rises);
    for (double noise : NOISES) {
      row(
          percent(noise),
          rises,
          i -> {
            Environment at = new Environment(Shape.NORMAL, noise, 0, 5, 4);
            return one(share(at.failed(rises[i] / 100.0, runs)));
          });
    }
  }

  private void creep() {
    int sequences = Math.max(200, runs / 20);
    System.out.println("\nReleases of 5 nights, 3 % noise, " + sequences + " sequences: failed\n");
    System.out.println("| each | releases | moving band alone | with anchor |\n|---|---|---|---|");
    for (double step : new double[] {0, 0.01}) {
      for (int releases : new int[] {5, 10, 20}) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f |%n",
            percent(step),
            releases,
            100.0 * new Creep(step, releases, 0.03, false).found(sequences) / sequences,
            100.0 * new Creep(step, releases, 0.03, true).found(sequences) / sequences);
      }
    }
  }

  private void wholeRuns() {
    int whole = Math.max(200, runs / 10);
    System.out.println("\nWhole runs, 5 key figures and 50 of requests, 8 earlier, 4 fresh\n");
    System.out.println(
        "| noise | in common | any false alarm | one request +20 % named |\n|---|---|---|---|");
    for (Shape shape : Shape.values()) {
      for (double common : new double[] {0, 0.5}) {
        WholeRun run = new WholeRun(shape, 0.03, common, 5, 50);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.2f | %.1f |%n",
            shape.title(),
            percent(common),
            100.0 * run.failed(0, whole) / whole,
            100.0 * run.named(0.2, whole / 4) / (whole / 4));
      }
    }
  }

  private void errors() {
    int few = Math.max(200, runs / 20);
    System.out.println("\nErrors of 5,000 requests\n");
    System.out.println("| share | burst | earlier | false alarms | doubled | fourfold |");
    System.out.println("|---|---|---|---|---|---|");
    for (double burst : new double[] {0, 0.3, 0.6}) {
      for (int earlier : EARLIER) {
        ErrorBursts at = new ErrorBursts(0.005, burst, earlier);
        System.out.printf(
            Locale.ROOT,
            "| 0.5 %% | %.1f | %d | %.2f | %.1f | %.1f |%n",
            burst,
            earlier,
            100.0 * at.failed(1, few) / few,
            100.0 * at.failed(2, few / 5) / (few / 5),
            100.0 * at.failed(4, few / 5) / (few / 5));
      }
    }
  }

  private void paired() {
    System.out.println("\nPaired, no earlier sessions, 2 fresh; sessions differ by 17 %\n");
    System.out.println("| noise | drift per run | false alarms | +5 % | +10 % | +20 % |");
    System.out.println("|---|---|---|---|---|---|");
    for (double within : new double[] {0.02, 0.03}) {
      for (double drift : new double[] {0, 0.02}) {
        PairedSessions at = new PairedSessions(0.17, within, drift);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.2f | %.1f | %.1f | %.1f |%n",
            percent(within),
            percent(drift),
            100.0 * at.failed(0, runs) / runs,
            100.0 * at.failed(0.05, runs) / runs,
            100.0 * at.failed(0.1, runs) / runs,
            100.0 * at.failed(0.2, runs) / runs);
      }
    }
  }

  private void changes() {
    int histories = Math.max(100, runs / 100);
    System.out.println("\nChange points in 200 runs of 3 % noise, " + histories + " histories\n");
    System.out.println("| noise | any false one | +5 % in the middle found within 5 runs |");
    System.out.println("|---|---|---|");
    for (Shape shape : Shape.values()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f |%n",
          shape.title(),
          100.0 * histories(shape, 0, histories) / histories,
          100.0 * histories(shape, 0.05, histories) / histories);
    }
  }

  private static long histories(Shape shape, double rise, int histories) {
    return IntStream.range(0, histories)
        .filter(
            seed -> {
              List<Double> runs = shape.values(200, 0.03, new SplittableRandom(seed));
              List<Double> changed =
                  IntStream.range(0, runs.size())
                      .mapToObj(i -> runs.get(i) * (i < 100 ? 1 : 1 + rise))
                      .toList();
              List<ChangePoint> points = ChangePoints.of(changed);
              return rise == 0
                  ? !points.isEmpty()
                  : points.stream().anyMatch(point -> Math.abs(point.index() - 100) <= 5);
            })
        .count();
  }

  private static void head(String title, String first, int[] columns) {
    String heads =
        Arrays.stream(columns).mapToObj(String::valueOf).collect(Collectors.joining(" | "));
    System.out.println("\n" + title + "\n");
    System.out.println("| " + first + " | " + heads + " |");
    System.out.println("|---" + "|---".repeat(columns.length) + "|");
  }

  private static void row(String title, int[] columns, IntFunction<String> cell) {
    String cells =
        IntStream.range(0, columns.length).mapToObj(cell).collect(Collectors.joining(" | "));
    System.out.println("| " + title + " | " + cells + " |");
  }

  private double share(long part) {
    return 100.0 * part / runs;
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
