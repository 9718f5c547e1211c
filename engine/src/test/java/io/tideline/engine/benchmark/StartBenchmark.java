package io.tideline.engine.benchmark;

import io.tideline.engine.benchmark.Trial.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How exactly users start, seen from outside: plain Gatling against Tideline, in turns on one
 * machine. What it prints is explained in {@code docs/benchmarks.md}.
 */
public final class StartBenchmark {
  private static final String LOADS = "200x10;2000x10;10000x10;200x3,2000x3,200x3";
  private static final long STEADY_NANOS = 3_000_000_000L;
  private static final int REPETITIONS = Integer.getInteger("benchmark.repetitions", 3);
  private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999};

  private StartBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println("Clock: " + SharedClock.name() + "; medians of " + REPETITIONS);
    for (String load : System.getProperty("benchmark.loads", LOADS).split(";")) {
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
        new Trial(TidelineSimulation.class, Generators.ours(), load, visit));
  }

  private static String name(Trial trial) {
    return trial.simulation() == GatlingSimulation.class ? "Gatling" : "Tideline";
  }

  private static void print(String title, Map<String, List<Outcome>> outcomes) {
    List<Medians> medians = outcomes.values().stream().map(Medians::new).toList();
    List<String> header = new ArrayList<>(List.of("median of " + REPETITIONS));
    header.addAll(outcomes.keySet());
    header.add("ratio");
    Table table = new Table(title, header);
    figures(medians.get(0).outcomes().get(0).trial())
        .forEach(
            (name, figure) -> {
              double theirs = medians.get(0).of(figure);
              double ours = medians.get(1).of(figure);
              table.row(name, theirs, ours, ours / theirs);
            });
  }

  private static Map<String, ToDoubleFunction<Outcome>> figures(Trial trial) {
    Map<String, ToDoubleFunction<Outcome>> figures = new LinkedHashMap<>();
    for (double share : SHARES) {
      figures.put("error p" + 100 * share + ", ms", run -> run.errors().percentile(share));
    }
    for (double share : SHARES) {
      figures.put("  after 3 s p" + 100 * share + ", ms", run -> steady(run).percentile(share));
    }
    for (double share : SHARES) {
      figures.put(
          "  the same, any first instant, p" + 100 * share + ", ms",
          run -> steady(run).anyOrigin().percentile(share));
    }
    figures.put("least in 100 ms, of intended", run -> Windows.of(run.errors()).least());
    figures.put("most in 100 ms, of intended", run -> Windows.of(run.errors()).most());
    figures.put("  standard deviation", run -> Windows.of(run.errors()).deviation());
    if (trial.load().size() > 1) {
      figures.put("edge of the burst, ms", run -> Edge.millis(run.errors(), trial.load()));
    }
    figures.put("users who came, of all", run -> (double) run.arrived() / trial.users());
    figures.put("CPU s per 1,000 requests", Outcome::cpuPerThousand);
    figures.put("  after 3 s", Outcome::steadyCpuPerThousand);
    figures.put("load of the machine", Outcome::machineLoad);
    return figures;
  }

  private static Errors steady(Outcome outcome) {
    return outcome.errors().from(STEADY_NANOS);
  }
}
