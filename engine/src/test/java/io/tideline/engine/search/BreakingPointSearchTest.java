package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BreakingPointSearchTest {
  private static final SearchSettings SETTINGS = SearchSettings.upTo(64);

  @Test
  void aSteadyTargetIsDoubledBisectedClimbedAndHeld() {
    Capacity capacity = steady(5).search(SETTINGS);

    assertThat(loads(capacity).subList(0, 6))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .containsExactly(1.0, 2.0, 4.0, 8.0, Math.sqrt(32), Math.sqrt(4 * Math.sqrt(32)));
    assertThat(phases(capacity)).startsWith("double", "double", "double", "double", "bisect");
    assertThat(phases(capacity).stream().filter("staircase"::equals)).hasSize(16);
    assertThat(phases(capacity)).endsWith("staircase", "hold");
    assertThat(capacity.ending()).isEqualTo(Ending.FOUND);
    assertThat(capacity.held().orElseThrow().load()).isCloseTo(5, within(0.15));
    assertThat(capacity.firstBreak().orElseThrow().step().load()).isBetween(5.0, 5.3);
    assertThat(capacity.sentence(8))
        .startsWith("Breaking point: 3")
        .contains("users per second, held for 10 min", "by the fit half of the steps hold 4")
        .contains("first bad: All requests: p99");
  }

  @Test
  void aStaircaseGoesUpAfterGoodAndDownAfterBadByThreePerCent() {
    List<StepResult> stairs =
        new SimulatedTarget(5, 0.06, new SplittableRandom(3))
            .search(SETTINGS).steps().stream()
                .filter(result -> result.step().phase() == SearchPhase.STAIRCASE)
                .toList();

    for (int i = 1; i < stairs.size(); i++) {
      double ratio = Math.log(stairs.get(i).step().load() / stairs.get(i - 1).step().load());
      assertThat(ratio).isCloseTo(stairs.get(i - 1).isGood() ? 0.03 : -0.03, within(1e-9));
    }
  }

  @Test
  void aTargetThatHoldsTheCapHoldsAtLeastThat() {
    Capacity capacity = steady(1_000).search(SearchSettings.upTo(6));

    assertThat(loads(capacity)).containsExactly(1.0, 2.0, 4.0, 6.0, 6.0);
    assertThat(phases(capacity)).endsWith("double", "hold");
    assertThat(capacity.ending()).isEqualTo(Ending.AT_LEAST);
    assertThat(capacity.estimate()).isEmpty();
    assertThat(capacity.sentence(10))
        .isEqualTo("Holds at least 60.00 users per second, the most that may be offered");
  }

  @Test
  void aTargetThatBreaksAtOnceIsHalvedUntilItHolds() {
    Capacity capacity = steady(0.3).search(SETTINGS);

    assertThat(phases(capacity)).startsWith("double", "halve", "halve", "bisect");
    assertThat(capacity.estimate().orElseThrow().limit()).isCloseTo(0.3, within(0.01));
  }

  @Test
  void aTargetThatHoldsNothingEndsTheSearchAtTheFloor() {
    Capacity capacity = steady(0.001).search(SETTINGS);

    assertThat(loads(capacity)).last().isEqualTo(1.0 / 64);
    assertThat(capacity.ending()).isEqualTo(Ending.BELOW_FLOOR);
    assertThat(capacity.reached()).isEmpty();
    assertThat(capacity.sentence(8)).startsWith("Holds no load that may be offered; first bad");
  }

  @Test
  void aSaturatedGeneratorEndsTheSearchAsInvalidWithTheLoadReached() {
    BreakingPointSearch search = new BreakingPointSearch(SETTINGS);
    search.observe(steady(100).answer(search.next().orElseThrow()));
    Step second = search.next().orElseThrow();
    StepFigures figures = new StepFigures(new Offered(100, 97, 80, 50), List.of(), List.of());
    search.observe(new StepResult(second, StepJudge.judge(figures), figures));

    assertThat(search.next()).isEmpty();
    assertThat(search.capacity().isValid()).isFalse();
    assertThat(search.capacity().sentence(8))
        .isEqualTo(
            "Invalid: generator saturated: users started 80.0 ms late at p99, at most 50.0 allowed;"
                + " 97 of 100 started; highest load held until then: 8.000 users per second");
  }

  @Test
  void aResultThatDoesNotHoldIsLoweredByFivePerCentUntilItDoes() {
    Capacity capacity = searchWithLongHoldsUpTo(4.6);

    List<StepResult> holds =
        capacity.steps().stream().filter(result -> result.step().isHold()).toList();
    assertThat(holds).hasSizeGreaterThan(1);
    assertThat(holds.get(1).step().phase()).isEqualTo(SearchPhase.BACK_OFF);
    assertThat(holds.get(1).step().load() / holds.get(0).step().load())
        .isCloseTo(0.95, within(1e-9));
    assertThat(capacity.ending()).isEqualTo(Ending.FOUND);
    assertThat(capacity.held().orElseThrow().load()).isLessThanOrEqualTo(4.6);
  }

  @Test
  void aResultThatNeverHoldsIsGivenUp() {
    Capacity capacity = searchWithLongHoldsUpTo(1);

    assertThat(capacity.ending()).isEqualTo(Ending.NOT_HELD);
    assertThat(phases(capacity).stream().filter("back off"::equals)).hasSize(4);
    assertThat(capacity.sentence(1)).startsWith("Did not hold");
  }

  @Test
  void aSearchShortOfTimeLeavesOutStairsToHoldItsResult() {
    SearchSettings hurried = lasting(Duration.ofMinutes(30));

    Capacity capacity = steady(5).search(hurried);

    Duration taken =
        capacity.steps().stream()
            .map(result -> result.step().duration())
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(capacity.ending()).isEqualTo(Ending.FOUND);
    assertThat(taken).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(30));
  }

  @Test
  void aSearchOutOfTimeSaysWhatItKnows() {
    Capacity capacity = steady(5).search(lasting(Duration.ofMinutes(9)));

    assertThat(capacity.ending()).isEqualTo(Ending.OUT_OF_TIME);
    assertThat(capacity.estimate().orElseThrow().limitInterval().contains(5)).isTrue();
    assertThat(capacity.held()).isEmpty();
  }

  @Test
  void aSpeedupShortensEveryTimeAndNoLoad() {
    SearchSettings fast = SETTINGS.compressed(10);
    Step step = new BreakingPointSearch(fast).next().orElseThrow();

    assertThat(step.untilMeasured()).isEqualTo(Duration.ofSeconds(4));
    assertThat(step.measured()).isEqualTo(Duration.ofSeconds(6));
    assertThat(step.load()).isEqualTo(1);
    assertThat(fast.longest()).isEqualTo(Duration.ofMinutes(18));
    assertThat(loads(steady(5).search(fast))).isEqualTo(loads(steady(5).search(SETTINGS)));
  }

  @Test
  void onlyTheStepThatWasAskedForCanBeObserved() {
    BreakingPointSearch search = new BreakingPointSearch(SETTINGS);
    Step first = search.next().orElseThrow();
    assertThat(search.next()).contains(first);
    search.observe(steady(5).answer(first));

    assertThatThrownBy(() -> search.observe(steady(5).answer(first)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was not asked for");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new LoadRange(2, 1, 3)).hasMessageContaining("floor 2.0");
    assertThatThrownBy(() -> new Staircase(0.05, 0, 0.03, 1)).hasMessageContaining("0 steps");
    assertThatThrownBy(
            () ->
                new StepTimes(
                    Duration.ZERO, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("hold PT1S");
  }

  private static SimulatedTarget steady(double limit) {
    return new SimulatedTarget(limit, 0, new SplittableRandom(1));
  }

  private static SearchSettings lasting(Duration longest) {
    return new SearchSettings(SETTINGS.loads(), SETTINGS.staircase(), SETTINGS.times(), longest);
  }

  /** A target that holds 5 for a minute, and less for ten. */
  private static Capacity searchWithLongHoldsUpTo(double limit) {
    BreakingPointSearch search = new BreakingPointSearch(SETTINGS);
    for (var step = search.next(); step.isPresent(); step = search.next()) {
      double holds = step.get().isHold() ? limit : 5;
      search.observe(steady(holds).answer(step.get()));
    }
    return search.capacity();
  }

  private static List<Double> loads(Capacity capacity) {
    return capacity.steps().stream().map(result -> result.step().load()).toList();
  }

  private static List<String> phases(Capacity capacity) {
    return capacity.steps().stream().map(result -> result.step().phase().toString()).toList();
  }
}
