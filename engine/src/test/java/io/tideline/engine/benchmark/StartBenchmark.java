package io.tideline.engine.benchmark;

import io.tideline.engine.benchmark.Trial.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How exactly users start, seen from outside: plain Gatling against Tideline, in turns on one
 * machine. What it prints is explained in {@code docs/benchmarks.md}.
 */
public final class StartBenchmark {
  private static final List<String> LOADS =
      List.of("200x10", "2000x10", "10000x10", "200x3,2000x3,200x3");
  private static final long STEADY_NANOS = 3_000_000_000L;
  private static final int REPETITIONS = Integer.getInteger("benchmark.repetitions", 3);
  private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999};

  private StartBenchmark() {}

  /**
   * @param args loads such as {@code 2000x10}, or nothing for all of them
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println("Clock: " + SharedClock.name() + "; medians of " + REPETITIONS);
    for (String load : args.length == 0 ? LOADS : List.of(args)) {
      for (Visit visit : List.of(Visit.OWN, Visit.SHARED)) {
        compare(Stretch.parse(load), visit);
      }
    }
  }

  private static void compare(List<Stretch> load, Visit visit)
      throws IOException, InterruptedException {
    Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < REPETITIONS; i++) {
      for (Trial trial : sides(load, visit)) {
        outcomes.computeIfAbsent(name(trial), name -> new ArrayList<>()).add(Bench.carryOut(trial));
      }
    }
    print(
        Stretch.format(load) + (visit.shared() ? ", shared" : ", own") + " connections", outcomes);
  }

  private static List<Trial> sides(List<Stretch> load, Visit visit) {
    return List.of(
        new Trial(GatlingSimulation.class, Generators.GATLING_DEFAULTS, load, visit),
        new Trial(TidelineSimulation.class, Generators.GATLING_DEFAULTS, load, visit));
  }

  private static String name(Trial trial) {
    return trial.simulation() == GatlingSimulation.class ? "Gatling" : "Tideline";
  }

  private static void print(String title, Map<String, List<Outcome>> outcomes) {
    Table table =
        new Table(
            title,
            List.of(
                "",
                "p50 ms",
                "p90",
                "p99",
                "p99.9",
                "steady p50",
                "p90",
                "p99",
                "p99.9",
                "100 ms least",
                "most",
                "sd",
                "edge ms",
                "came",
                "CPU s/1000",
                "steady"));
    outcomes.forEach((name, list) -> table.row(name, cells(new Medians(list))));
  }

  private static Object[] cells(Medians medians) {
    List<Object> cells = new ArrayList<>();
    for (double share : SHARES) {
      cells.add(medians.of(outcome -> outcome.errors().percentile(share)));
    }
    for (double share : SHARES) {
      cells.add(medians.of(outcome -> steady(outcome).percentile(share)));
    }
    cells.add(medians.of(outcome -> Windows.of(outcome.errors()).least()));
    cells.add(medians.of(outcome -> Windows.of(outcome.errors()).most()));
    cells.add(medians.of(outcome -> Windows.of(outcome.errors()).deviation()));
    Trial trial = medians.outcomes().get(0).trial();
    cells.add(
        trial.load().size() == 1
            ? "-"
            : medians.of(outcome -> Edge.millis(outcome.errors(), trial.load())));
    cells.add(medians.of(outcome -> (double) outcome.arrived() / trial.users()));
    cells.add(medians.of(Outcome::cpuPerThousand));
    cells.add(medians.of(Outcome::steadyCpuPerThousand));
    return cells.toArray();
  }

  private static Errors steady(Outcome outcome) {
    return outcome.errors().from(STEADY_NANOS);
  }
}
