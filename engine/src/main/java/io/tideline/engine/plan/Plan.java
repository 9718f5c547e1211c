package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run, settled: the scenario with every override applied and nothing left to look up. It is
 * what {@code tideline/plan.json} holds, and with the seed it determines every arrival of the run.
 *
 * @param scenario name of the scenario in the plan file
 * @param description one sentence on what the scenario is for
 * @param target where the load goes, and where it may go
 * @param load how many users arrive, in which phases
 * @param mix journeys and their weights
 * @param thinkTimes how long a user pauses between two steps
 * @param slos what must hold outside the warm-up; each is one check
 * @param limits caps that the run may not pass, checked before it starts
 * @param validity when the run's own numbers may be trusted
 * @param search how the run searches the breaking point; null for one that offers what {@code load}
 *     says
 * @param regression how it is compared with earlier runs
 * @param drift how it is judged for leaks and drift; null when it is not
 * @param caching what the target's cache is to do; null for no promise
 * @param scaling how the target is to grow and shrink with the load; null for no promise
 * @param disk how much of the generator's disk it leaves alone
 * @param faults what it breaks, and when
 * @param resilience what it promises about its faults; null when it promises nothing
 * @param sampleService options of the sample service, as on its command line, when it is the
 *     target; empty when the scenario needs none
 */
public record Plan(
    String scenario,
    String description,
    Target target,
    Load load,
    Mix mix,
    ThinkTimes thinkTimes,
    List<Slo> slos,
    Limits limits,
    Validity validity,
    @Nullable Search search,
    Regression regression,
    @Nullable DriftPlan drift,
    @Nullable Caching caching,
    @Nullable Scaling scaling,
    Disk disk,
    FaultPlan faults,
    @Nullable Resilience resilience,
    List<String> sampleService) {

  /** A plan from before there was a comparison, or faults, has the standard one, and none. */
  @JsonCreator
  public Plan {
    slos = List.copyOf(slos);
    regression = Objects.requireNonNullElse(regression, Regression.STANDARD);
    disk = Objects.requireNonNullElse(disk, Disk.STANDARD);
    faults = Objects.requireNonNullElse(faults, FaultPlan.NONE);
    sampleService = List.copyOf(Objects.requireNonNullElse(sampleService, List.of()));
  }

  /** A plan that searches nothing. */
  public Plan(
      String scenario,
      String description,
      Target target,
      Load load,
      Mix mix,
      ThinkTimes thinkTimes,
      List<Slo> slos,
      Limits limits,
      Validity validity) {
    this(
        scenario,
        description,
        target,
        load,
        mix,
        thinkTimes,
        slos,
        limits,
        validity,
        null,
        Regression.STANDARD,
        null,
        null,
        null,
        Disk.STANDARD,
        FaultPlan.NONE,
        null,
        List.of());
  }

  /** This plan with a search. */
  public Plan searching(Search other) {
    return with(copy -> copy.search = other);
  }

  /** This plan, compared with earlier runs in another way. */
  public Plan comparing(Regression other) {
    return with(copy -> copy.regression = other);
  }

  /** This plan, judged for leaks and drift in another way. */
  public Plan drifting(@Nullable DriftPlan other) {
    return with(copy -> copy.drift = other);
  }

  /** This plan with other sources of what the target consumes. */
  public Plan watching(List<ResourceSource> others) {
    return with(copy -> copy.target = target.watching(others));
  }

  /** This plan aimed at another base URL, for a target that is only known once it has started. */
  public Plan at(String baseUrl) {
    return with(copy -> copy.target = target.at(baseUrl));
  }

  /** This plan with a promise on the target's cache. */
  public Plan caching(Caching other) {
    return with(copy -> copy.caching = other);
  }

  /** This plan with a promise on how the target scales. */
  public Plan scaling(Scaling other) {
    return with(copy -> copy.scaling = other);
  }

  /** This plan, leaving so much of the generator's disk alone. */
  public Plan leaving(Disk other) {
    return with(copy -> copy.disk = other);
  }

  /** This plan with other faults. */
  public Plan breaking(FaultPlan others) {
    return with(copy -> copy.faults = others);
  }

  /** This plan with promises about its faults. */
  public Plan coping(@Nullable Resilience promises) {
    return with(copy -> copy.resilience = promises);
  }

  /** This plan with options for the sample service, when that is the target. */
  public Plan onSampleService(List<String> options) {
    return with(copy -> copy.sampleService = options);
  }

  /** The length of all phases together. */
  public Duration duration() {
    return load.phases().stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private Plan with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new Plan(
        scenario,
        description,
        copy.target,
        load,
        mix,
        thinkTimes,
        slos,
        limits,
        validity,
        copy.search,
        copy.regression,
        copy.drift,
        copy.caching,
        copy.scaling,
        copy.disk,
        copy.faults,
        copy.resilience,
        copy.sampleService);
  }

  /** What another plan may have otherwise. */
  private static final class Copy {
    private Target target;
    private @Nullable Search search;
    private Regression regression;
    private @Nullable DriftPlan drift;
    private @Nullable Caching caching;
    private @Nullable Scaling scaling;
    private Disk disk;
    private FaultPlan faults;
    private @Nullable Resilience resilience;
    private List<String> sampleService;

    Copy(Plan plan) {
      target = plan.target;
      search = plan.search;
      regression = plan.regression;
      drift = plan.drift;
      caching = plan.caching;
      scaling = plan.scaling;
      disk = plan.disk;
      faults = plan.faults;
      resilience = plan.resilience;
      sampleService = plan.sampleService;
    }
  }
}
