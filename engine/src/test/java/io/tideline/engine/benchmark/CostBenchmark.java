package io.tideline.engine.benchmark;

import io.tideline.engine.benchmark.Trial.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request costs the generator under one setting or another, each against what a run of ours
 * has by default. Users send five requests each; the settings take turns. What it prints is
 * explained in {@code docs/benchmarks.md}.
 */
public final class CostBenchmark {
  private static final int REQUESTS = 5;
  private static final int SECONDS = Integer.getInteger("benchmark.seconds", 8);
  private static final int REPETITIONS = Integer.getInteger("benchmark.repetitions", 3);
  private static final Visit GUARDED = new Visit(REQUESTS, false, true);

  private CostBenchmark() {}

  /** All settings, or those that {@code benchmark.only} names, separated by semicolons. */
  public static void main(String[] args) throws IOException, InterruptedException {
    for (String rate : System.getProperty("benchmark.rates", "2000,10000").split(",")) {
      int requests = Integer.parseInt(rate);
      List<Stretch> load = List.of(new Stretch(requests / REQUESTS, SECONDS));
      Map<String, Trial> trials = trials(load);
      String only = System.getProperty("benchmark.only", "");
      if (!only.isBlank()) {
        trials.keySet().retainAll(Arrays.asList(only.split(";")));
      }
      print(requests + " requests per second, medians of " + REPETITIONS, measured(trials));
    }
  }

  private static Map<String, Trial> trials(List<Stretch> load) {
    Map<String, Trial> trials = new LinkedHashMap<>();
    trials.put(
        "plain Gatling, its defaults",
        new Trial(GatlingSimulation.class, Generators.GATLING_DEFAULTS, load, GUARDED));
    trials.put(
        "Gatling's defaults",
        new Trial(TidelineSimulation.class, Generators.GATLING_DEFAULTS, load, GUARDED));
    trials.put("ours", ours(load, GUARDED));
    Generators.VARIANTS.forEach((name, jvm) -> trials.put(name, ours(load, GUARDED, jvm)));
    trials.put("shown live", ours(load, GUARDED, "-D" + TidelineSimulation.LIVE + "=true"));
    trials.put("no host guard", ours(load, new Visit(REQUESTS, false, false)));
    trials.put("shared connections", ours(load, new Visit(REQUESTS, true, true)));
    return trials;
  }

  private static Trial ours(List<Stretch> load, Visit visit, String... more) {
    return new Trial(TidelineSimulation.class, Generators.ours(more), load, visit);
  }

  private static Map<String, List<Outcome>> measured(Map<String, Trial> trials)
      throws IOException, InterruptedException {
    Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < REPETITIONS; i++) {
      for (Map.Entry<String, Trial> trial : trials.entrySet()) {
        outcomes
            .computeIfAbsent(trial.getKey(), name -> new ArrayList<>())
            .add(Bench.carryOut(trial.getValue()));
      }
    }
    return outcomes;
  }

  private static void print(String title, Map<String, List<Outcome>> outcomes) {
    Medians first = new Medians(outcomes.values().iterator().next());
    Table table =
        new Table(
            title,
            List.of(
                "", "CPU s/1000", "ratio", "steady", "ratio", "showing", "came", "p99 ms", "load"));
    outcomes.forEach(
        (name, list) -> {
          Medians medians = new Medians(list);
          double whole = medians.of(Outcome::cpuPerThousand);
          double steady = medians.of(Outcome::steadyCpuPerThousand);
          table.row(
              name,
              whole,
              whole / first.of(Outcome::cpuPerThousand),
              steady,
              steady / first.of(Outcome::steadyCpuPerThousand),
              medians.of(Outcome::showing),
              medians.of(Outcome::shareOfRequests),
              medians.of(outcome -> outcome.errors().percentile(0.99)),
              medians.of(Outcome::machineLoad));
        });
  }
}
