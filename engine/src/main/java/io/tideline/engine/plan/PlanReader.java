package io.tideline.engine.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of one run from the plan file (HOCON) and the options. What a scenario leaves out
 * comes from the file's {@code defaults}, key by key; options come last. Each block has a reader of
 * its own.
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
          "regression",
          "drift",
          "caching",
          "scaling",
          "disk",
          SampleServiceReader.KEY);
  private static final String[] FAULTS = {"faults", "proxies", "toxiproxy", "guards", "resilience"};

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
    root.allow(Set.of("defaults", "environments", "scenarios", ReceiversReader.BLOCK));
    root.child("defaults").allow(plus(SETTINGS, "journeys"));
    String scenario = scenario(root.child("scenarios"));
    Target target = new TargetReader(root.child("environments"), options).read();
    if (scenario == null) {
      new LoadReader(options, problems).checkOptions();
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
    Node defaults = root.child("defaults");
    Node environment = root.child("environments").child(target.env());
    Layers layers = new Layers(scenario, defaults);
    Mix mix = new MixReader(catalogue).read(layers.block("mix"), defaults.child("journeys"));
    Load load = new LoadReader(options, problems).read(layers);
    PlanTimes times = PlanTimes.of(scenario, load.phases());
    FaultPlan faults = new FaultPlanReader(scenario, environment, target, times).read();
    SloReader slos = new SloReader(catalogue, mix, load.phases());
    return new Plan(
        name,
        scenario.read("description", Values.TEXT, ""),
        target,
        load,
        mix,
        new ThinkTimesReader(catalogue).read(layers.block("think-times")),
        slos.read(layers.holder("slos")),
        LimitsReader.read(
            environment.child("limits"),
            layers.block("limits"),
            new AskedOptions(options, problems)),
        ValidityReader.read(layers.block("validity")),
        new SearchReader(scenario, load).read(),
        RegressionReader.read(layers.block("regression")),
        new DriftReader(layers.block("drift"), scenario.has("drift"), load)
            .read(scenario.has("search")),
        CachingReader.read(layers.holder("caching"), load.phases()),
        ScalingReader.read(layers.holder("scaling")),
        DiskReader.read(layers.block("disk")),
        faults,
        new ResilienceReader(scenario, faults, slos).read(),
        SampleServiceReader.read(layers.holder(SampleServiceReader.KEY)));
  }

  private static Set<String> plus(Set<String> keys, String... more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(List.of(more));
    return all;
  }
}
