package io.tideline.engine.search;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A target that holds exactly {@code limit}, but for a log-normal noise from step to step: its p99
 * reaches the promised 100 ms where the load reaches what it can hold in that step.
 */
final class SimulatedTarget {
  private static final Promise PROMISE = new Promise("All requests", "p99", 100, 368);

  private final double limit;
  private final double noise;
  private final RandomGenerator random;
  private final double perHour;
  private Duration spent = Duration.ZERO;

  SimulatedTarget(double limit, double noise, RandomGenerator random) {
    this(limit, noise, random, 0);
  }

  /** One whose limit changes by a share in each hour: -0.1 for a tenth less. */
  SimulatedTarget(double limit, double noise, RandomGenerator random, double perHour) {
    this.limit = limit;
    this.noise = noise;
    this.random = random;
    this.perHour = perHour;
  }

  /** What it holds now, after all steps it was asked for. */
  double limitNow() {
    return limitAt(spent);
  }

  private double limitAt(Duration at) {
    return limit * Math.pow(1 + perHour, at.toMillis() / 3.6e6);
  }

  StepResult answer(Step step) {
    Duration middle = spent.plus(step.untilMeasured()).plus(step.measured().dividedBy(2));
    spent = spent.plus(step.duration());
    double held = limitAt(middle) * Math.exp(noise * random.nextGaussian());
    return result(step, 100 * step.load() / held);
  }

  /** A step whose p99 was this. */
  static StepResult result(Step step, double p99) {
    Measured measured = new Measured(p99, Interval.UNKNOWN, 1_000, 0);
    StepFigures figures =
        new StepFigures(
            new Offered(1_000, 1_000, 1, 50),
            List.of(new PromiseFigure(PROMISE, measured)),
            List.of());
    return new StepResult(step, StepJudge.judge(figures), figures);
  }

  /** Searches until there is no next step. */
  Capacity search(SearchSettings settings) {
    return search(settings, 0);
  }

  /** The same where a share of all steps is bad for no reason. */
  Capacity search(SearchSettings settings, double flukes) {
    BreakingPointSearch search = new BreakingPointSearch(settings);
    for (var step = search.next(); step.isPresent(); step = search.next()) {
      boolean fluke = flukes > 0 && random.nextDouble() < flukes;
      search.observe(fluke ? result(step.get(), 1_000) : answer(step.get()));
    }
    return search.capacity();
  }
}
