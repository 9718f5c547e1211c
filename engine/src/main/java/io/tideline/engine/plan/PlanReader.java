package io.tideline.engine.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.tideline.engine.plan.Load.Spread;
import io.tideline.engine.plan.Node.ValueType;
import io.tideline.engine.plan.ThinkTimes.ThinkTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of one run from the plan file (HOCON) and the options. What a scenario leaves out
 * comes from the file's {@code defaults}, key by key; options come last.
 */
public final class PlanReader {
  private static final Set<String> SETTINGS =
      Set.of(
          "rate",
          "seed",
          "arrivals",
          "mix",
          "think-times",
          "slos",
          "limits",
          "validity",
          "regression");
  private static final String[] FAULTS = {
    "faults", "proxies", "toxiproxy", "guards", "resilience"
  };
  private static final Set<String> THINK_TIME = Set.of("median", "sigma", "max");

  private final Catalogue catalogue;
  private final Options options;
  private final Problems problems = new Problems();

  /**
   * @param catalogue journeys and requests that exist
   * @param options what the user set for this run
   */
  public PlanReader(Catalogue catalogue, Options options) {
    this.catalogue = catalogue;
    this.options = options;
  }

  /**
   * The plan of the run that the options ask for.
   *
   * @param file the plan file
   * @throws PlanException with every problem there is
   */
  public Plan read(Path file) {
    Node root = new Node("", parse(file).root(), problems);
    root.allow(Set.of("defaults", "environments", "scenarios"));
    root.child("defaults").allow(plus(SETTINGS, "journeys"));
    String scenario = scenario(root.child("scenarios"));
    Target target = new TargetReader(root.child("environments"), options).read();
    if (scenario == null) {
      numbers(1, 1);
      throw new PlanException(problems.sentences());
    }
    Plan plan = plan(root, scenario, target);
    problems.throwIfAny();
    return plan;
  }

  private static Config parse(Path file) {
    if (!Files.isReadable(file)) {
      throw new PlanException(
          List.of(file + ": the plan file cannot be read; name one with -Dplan=FILE"));
    }
    try {
      return ConfigFactory.parseFile(
              file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
          .resolve();
    } catch (ConfigException e) {
      throw new PlanException(List.of(file + ": not a plan: " + e.getMessage()));
    }
  }

  private @Nullable String scenario(Node scenarios) {
    String known = String.join(", ", scenarios.keys());
    String name = options.value("scenario").orElse("");
    if (scenarios.has(name)) {
      return name;
    }
    String where = options.where("scenario");
    if (name.isEmpty()) {
      problems.add("scenario: none is named; add -Dscenario= and one of " + known);
    } else {
      problems.add(where + ": there is no such scenario; there are " + known);
    }
    return null;
  }

  private Plan plan(Node root, String name, Target target) {
    Node scenario = root.child("scenarios").child(name);
    scenario.allow(plus(plus(SETTINGS, "description", "phases", "search"), FAULTS));
    Layers layers = new Layers(scenario, root.child("defaults"));
    Mix mix = mix(layers.block("mix"), root.child("defaults").child("journeys"));
    Numbers numbers =
        numbers(layers.read("rate", Values.POSITIVE, 1.0), layers.read("seed", Values.WHOLE, 1L));
    Spread spread = layers.read("arrivals", Values.SPREAD, Spread.EVEN);
    List<Phase> written = PhaseReader.read(scenario);
    List<Phase> phases = lengths(written, numbers);
    Load load =
        new Load(
            numbers.rate(), numbers.speedup(), numbers.seed(), spread, numbers.slice(), phases);
    Node environment = root.child("environments").child(target.env());
    PlanTimes times = new PlanTimes(written, phases);
    FaultPlan faults = new FaultPlanReader(scenario, environment, target, times).read();
    SloReader slos = new SloReader(catalogue, mix, phases);
    return new Plan(
        name,
        scenario.read("description", Values.TEXT, ""),
        target,
        load,
        mix,
        thinkTimes(layers.block("think-times")),
        slos.read(layers.holder("slos")),
        limits(environment, layers.block("limits")),
        validity(layers.block("validity")),
        new SearchReader(scenario, load).read(),
        regression(layers.block("regression")),
        faults,
        new ResilienceReader(scenario, faults, slos).read());
  }

  /** Stretches the measured phases to {@code duration}, then shortens all by {@code speedup}. */
  private static List<Phase> lengths(List<Phase> phases, Numbers numbers) {
    Duration measured =
        phases.stream()
            .filter(phase -> !phase.warmUp())
            .map(Phase::duration)
            .reduce(Duration.ZERO, Duration::plus);
    Duration wanted = numbers.duration().isZero() ? measured : numbers.duration();
    double stretch = measured.isZero() ? 1 : (double) wanted.toNanos() / measured.toNanos();
    return phases.stream()
        .map(p -> scaled(p, (p.warmUp() ? 1 : stretch) / numbers.speedup()))
        .map(p -> p.instants().isEmpty() ? p : RecordedPhase.levelled(p, numbers.rate()))
        .toList();
  }

  private static Phase scaled(Phase phase, double factor) {
    long nanos = Math.max(1, Math.round(phase.duration().toNanos() * factor));
    return phase.lasting(Duration.ofNanos(nanos));
  }

  private Mix mix(Node node, Node footprints) {
    catalogue.check(node);
    catalogue.check(footprints);
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (String journey : node.keys()) {
      int weight = node.read(journey, Values.WEIGHT, 1);
      if (weight > 0 && catalogue.allows(journey)) {
        weights.put(journey, weight);
      }
    }
    if (weights.isEmpty()) {
      String names = String.join(", ", catalogue.names());
      node.problems()
          .add(
              "mix: no journey has a weight above 0; name at least one"
                  + (names.isEmpty() ? "" : " of " + names));
    }
    return new Mix(weights, FootprintReader.read(footprints, weights.keySet()));
  }

  private ThinkTimes thinkTimes(Node node) {
    catalogue.check(node, THINK_TIME.toArray(String[]::new));
    ThinkTime standard = thinkTime(node, new ThinkTime(1, 0.6, 10));
    Map<String, ThinkTime> own = new LinkedHashMap<>();
    for (String journey : node.keys()) {
      if (!THINK_TIME.contains(journey) && catalogue.allows(journey)) {
        Node block = node.child(journey);
        block.allow(THINK_TIME);
        own.put(journey, thinkTime(block, standard));
      }
    }
    return new ThinkTimes(standard, own);
  }

  private static ThinkTime thinkTime(Node node, ThinkTime fallback) {
    return new ThinkTime(
        seconds(node, "median", fallback.medianSeconds()),
        node.read("sigma", Values.NOT_NEGATIVE, fallback.sigma()),
        seconds(node, "max", fallback.maxSeconds()));
  }

  private static double seconds(Node node, String key, double fallback) {
    Duration value = node.readOrNull(key, Values.DURATION);
    return value == null ? fallback : value.toNanos() / 1e9;
  }

  private static Limits limits(Node environment, Node scenario) {
    Set<String> keys = Set.of("rate", "requests", "duration");
    scenario.allow(keys);
    Node caps = environment.child("limits");
    caps.allow(keys);
    return new Limits(
        tightest("rate", Values.POSITIVE, 500.0, List.of(scenario, caps)),
        tightest("requests", Values.COUNT, 100_000_000L, List.of(scenario, caps)),
        tightest("duration", Values.DURATION, Duration.ofHours(25), List.of(scenario, caps)));
  }

  /** An environment may make a cap tighter than the scenario has it, and never looser. */
  private static <T extends Comparable<T>> T tightest(
      String key, ValueType<T> type, T fallback, List<Node> blocks) {
    return blocks.stream()
        .filter(block -> block.has(key))
        .map(block -> block.read(key, type, fallback))
        .min(Comparator.naturalOrder())
        .orElse(fallback);
  }

  private static Validity validity(Node node) {
    node.allow(Set.of("offered", "lag-p99", "cpu", "cpu-for", "pause"));
    Validity standard = Validity.STANDARD;
    return new Validity(
        node.read("offered", Values.SHARE, standard.offered()),
        node.read("lag-p99", Values.DURATION, standard.lagP99()),
        node.read("cpu", Values.SHARE, standard.cpu()),
        node.read("cpu-for", Values.DURATION, standard.cpuFor()),
        node.read("pause", Values.DURATION, standard.pause()));
  }

  private static Regression regression(Node node) {
    node.allow(Set.of("detect", "requests"));
    Double detect = node.readOrNull("detect", Values.RISE);
    return new Regression(
        detect, node.read("requests", Values.FLAG, Regression.STANDARD.requests()));
  }

  private Numbers numbers(double rate, long seed) {
    return new Numbers(
        option("rate", Values.POSITIVE, rate),
        option("seed", Values.WHOLE, seed),
        option("speedup", Values.POSITIVE, 1.0),
        option("duration", Values.DURATION, Duration.ZERO),
        option("slice", Values.SLICE, Slice.WHOLE));
  }

  private <T> T option(String name, ValueType<T> type, T fallback) {
    String text = options.value(name).orElse(null);
    if (text == null) {
      return fallback;
    }
    try {
      return Values.parse(text, type);
    } catch (ConfigException | IllegalArgumentException e) {
      problems.add(
          options.where(name) + ": is no " + type.name() + "; write for example " + type.example());
      return fallback;
    }
  }

  private static Set<String> plus(Set<String> keys, String... more) {
    Set<String> all = new java.util.HashSet<>(keys);
    all.addAll(List.of(more));
    return all;
  }

  /** The numbers that options can set; a duration of zero is none. */
  private record Numbers(double rate, long seed, double speedup, Duration duration, Slice slice) {}

  /** Two blocks, of which the first that has a key counts. */
  private record Layers(Node first, Node second) {
    Node holder(String key) {
      return first.has(key) ? first : second;
    }

    Node block(String key) {
      return holder(key).child(key);
    }

    <T> T read(String key, ValueType<T> type, T fallback) {
      return holder(key).read(key, type, fallback);
    }
  }
}
