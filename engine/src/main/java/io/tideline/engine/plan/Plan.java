package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
    @Nullable DriftPlan drift) {

  /** A plan from before there was a comparison is compared in the standard way. */
  @JsonCreator
  public Plan {
    slos = List.copyOf(slos);
    regression = Objects.requireNonNullElse(regression, Regression.STANDARD);
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
        null);
  }

  /** This plan with a search. */
  public Plan searching(Search other) {
    return with(target, other, regression, drift);
  }

  /** This plan, compared with earlier runs in another way. */
  public Plan comparing(Regression other) {
    return with(target, search, other, drift);
  }

  /** This plan, judged for leaks and drift in another way. */
  public Plan drifting(@Nullable DriftPlan other) {
    return with(target, search, regression, other);
  }

  /** This plan with other sources of what the target consumes. */
  public Plan watching(List<ResourceSource> others) {
    return with(target.watching(others), search, regression, drift);
  }

  /** This plan aimed at another base URL, for a target that is only known once it has started. */
  public Plan at(String baseUrl) {
    return with(target.at(baseUrl), search, regression, drift);
  }

  /** The length of all phases together. */
  public Duration duration() {
    return load.phases().stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private Plan with(
      Target otherTarget,
      @Nullable Search otherSearch,
      Regression otherRegression,
      @Nullable DriftPlan otherDrift) {
    return new Plan(
        scenario,
        description,
        otherTarget,
        load,
        mix,
        thinkTimes,
        slos,
        limits,
        validity,
        otherSearch,
        otherRegression,
        otherDrift);
  }
}
