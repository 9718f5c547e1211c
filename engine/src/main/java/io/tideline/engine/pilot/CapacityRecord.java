package io.tideline.engine.pilot;

import io.tideline.engine.resource.Consumption;
import io.tideline.engine.search.Capacity;
import io.tideline.engine.search.Ending;
import io.tideline.engine.search.Estimate;
import io.tideline.engine.search.Held;
import io.tideline.engine.search.StepResult;
import io.tideline.engine.search.Trend;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a search as it is kept: {@code tideline/capacity.json}, and {@code capacity} in
 * {@code run.json}. Loads are new users per second.
 *
 * @param ending why the search ended; {@link Ending#OUT_OF_TIME} too while it goes on
 * @param sentence what it came to
 * @param atLeast load that was promised; null if none was
 * @param held load that was held for long; null if none was
 * @param reached highest load of a good step; null if none was good
 * @param estimate from the fit to the steps; null when none broke or none held
 * @param trend change of what the target held while it was searched; null when none was seen
 * @param firstBreak what broke at the lowest load that did; null if none did
 * @param bottleneck what became of the target's resources there; null when they are not known
 * @param steps all of them, in order
 */
public record CapacityRecord(
    Ending ending,
    String sentence,
    @Nullable Double atLeast,
    @Nullable Double held,
    @Nullable Double reached,
    @Nullable EstimateRecord estimate,
    @Nullable TrendRecord trend,
    @Nullable BreakRecord firstBreak,
    @Nullable Bottleneck bottleneck,
    List<StepRecord> steps) {

  public CapacityRecord {
    steps = List.copyOf(steps);
  }

  /**
   * The record of {@code capacity}.
   *
   * @param scale users per second at load 1, and how many were promised
   * @param consumed what the target consumed, by the step's number
   * @param remark said after the sentence; may be empty
   */
  static CapacityRecord of(
      Capacity capacity, Scale scale, Map<Integer, List<Consumption>> consumed, String remark) {
    double rate = scale.rate();
    List<StepRecord> steps =
        capacity.steps().stream().map(result -> step(result, rate, consumed)).toList();
    Double limit = capacity.estimate().map(estimate -> estimate.limit() * rate).orElse(null);
    return new CapacityRecord(
        capacity.ending(),
        capacity.sentence(rate) + remark,
        scale.atLeast(),
        capacity.held().filter(Held::good).map(held -> held.load() * rate).orElse(null),
        capacity.reached().isPresent() ? capacity.reached().getAsDouble() * rate : null,
        capacity.estimate().map(estimate -> EstimateRecord.of(estimate, rate)).orElse(null),
        capacity.trend().map(TrendRecord::of).orElse(null),
        capacity.firstBreak().map(result -> BreakRecord.of(result, rate)).orElse(null),
        Bottleneck.of(steps, limit),
        steps);
  }

  private static StepRecord step(
      StepResult result, double rate, Map<Integer, List<Consumption>> consumed) {
    return StepRecord.of(result, rate, consumed.getOrDefault(result.step().number(), List.of()));
  }

  /**
   * What loads of a search are measured by.
   *
   * @param rate users per second at load 1
   * @param atLeast users per second that were promised; null if none were
   */
  record Scale(double rate, @Nullable Double atLeast) {}

  /**
   * A target that holds less, or more, from step to step.
   *
   * @param perHour change of the capacity in an hour, as a share; null where it cannot be told
   * @param falling whether it holds less
   * @param p chance of so clear a trend in a target that stays the same
   * @param sentence in words
   */
  public record TrendRecord(@Nullable Double perHour, boolean falling, double p, String sentence) {
    static TrendRecord of(Trend trend) {
      return new TrendRecord(
          StepRecord.figure(trend.perHour()), trend.falling(), trend.p(), trend.sentence());
    }
  }

  /**
   * What the fit says; intervals are of 95 %, and null where none can be told.
   *
   * @param load that five of six steps hold
   * @param limit that half of the steps hold
   * @param spread standard deviation of ln(limit) from step to step
   */
  public record EstimateRecord(
      double load,
      @Nullable Double loadLow,
      @Nullable Double loadHigh,
      double limit,
      @Nullable Double limitLow,
      @Nullable Double limitHigh,
      double spread) {
    static EstimateRecord of(Estimate estimate, double rate) {
      return new EstimateRecord(
          estimate.load() * rate,
          StepRecord.figure(estimate.loadInterval().low() * rate),
          StepRecord.figure(estimate.loadInterval().high() * rate),
          estimate.limit() * rate,
          StepRecord.figure(estimate.limitInterval().low() * rate),
          StepRecord.figure(estimate.limitInterval().high() * rate),
          estimate.spread());
    }
  }
}
