package io.tideline.reports.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.reports.drift.Blocks.Point;
import io.tideline.reports.drift.Blocks.Reduction;
import io.tideline.reports.drift.Drift.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DriftRuleTest {
  private static final DriftRule RULE = new DriftRule(DriftRule.AT_THE_END);

  /** 24 blocks of a quarter of an hour with a little noise. */
  private static Blocks blocks(DoubleUnaryOperator level) {
    SplittableRandom random = new SplittableRandom(3);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      points.add(new Point(i / 4.0, level.applyAsDouble(i / 4.0) + 0.1 * random.nextGaussian()));
    }
    return Blocks.of(points);
  }

  private static Drift of(DoubleUnaryOperator level) {
    return RULE.ofLevels(blocks(level), EarlierSoaks.NONE);
  }

  @Test
  void aLineThatRisesIsALeakWithItsSlopeAndTheTimeThatIsLeft() {
    Drift drift = of(hours -> 100 + 2 * hours);

    assertThat(drift.answer()).isEqualTo(Answer.LEAK);
    assertThat(drift.slope()).isCloseTo(2, within(0.05));
    assertThat(drift.low()).isBetween(1.9, drift.slope());
    assertThat(drift.high()).isBetween(drift.slope(), 2.1);
    assertThat(drift.p()).isLessThan(0.001);
    Drift.Exhaustion left = Objects.requireNonNull(drift.exhaustion(200));
    assertThat(left.hours()).isCloseTo((200 - 111.5) / 2, within(1.0));
    assertThat(left.soonest()).isLessThan(left.hours());
    assertThat(left.latest()).isGreaterThan(left.hours());
  }

  @Test
  void whatStaysFallsOrHardlyGrowsIsStable() {
    assertThat(of(hours -> 100).answer()).isEqualTo(Answer.STABLE);
    assertThat(of(hours -> 100 - 2 * hours).answer()).isEqualTo(Answer.STABLE);
    assertThat(of(hours -> 100 - 2 * hours).exhaustion(200)).isNull();
    assertThat(of(hours -> 100 + 0.1 * hours).answer()).as("2.4 % a day").isEqualTo(Answer.STABLE);
  }

  @Test
  void whatGrowsEverMoreSlowlyConverges() {
    assertThat(of(hours -> 100 + 20 * (1 - Math.exp(-hours / 2))).answer())
        .isEqualTo(Answer.CONVERGING);
  }

  @Test
  void oneStepIsNoLeak() {
    assertThat(of(hours -> hours < 3 ? 100 : 110).answer()).isNotEqualTo(Answer.LEAK);
  }

  @Test
  void aSeriesThatNeverMovesHasNoTrend() {
    List<Point> same = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      same.add(new Point(i / 4.0, 15));
    }
    assertThat(RULE.ofLevels(Blocks.of(same), EarlierSoaks.NONE).answer()).isEqualTo(Answer.STABLE);
  }

  @Test
  void tooFewBlocksSaySo() {
    Blocks few = blocks(hours -> 100 + 5 * hours).part(0, 11);
    assertThat(RULE.ofLevels(few, EarlierSoaks.NONE).answer()).isEqualTo(Answer.TOO_SHORT);
  }

  @Test
  void growthBeyondEarlierSoaksIsALeakAndHistoryNeverHidesOne() {
    EarlierSoaks growing = new EarlierSoaks(new double[] {0.010, 0.011, 0.009});
    assertThat(growing.bound()).isCloseTo(0.01, within(0.006));
    assertThat(RULE.ofLevels(blocks(hours -> 100 + 1.1 * hours), growing).answer())
        .as("found without history, so with it")
        .isEqualTo(Answer.LEAK);
    EarlierSoaks flat = new EarlierSoaks(new double[] {0, 0.0001, -0.0001});
    Drift beyond = RULE.ofLevels(blocks(hours -> 100 + 1.6 * hours), flat);
    assertThat(beyond.answer()).isEqualTo(Answer.LEAK);
    assertThat(beyond.usual()).isEqualTo(flat.bound());
    assertThat(new EarlierSoaks(new double[] {0, 0}).suffice()).isFalse();
  }

  @Test
  void whatFallsIsNeverALeakHoweverFastEarlierSoaksFell() {
    EarlierSoaks falling = new EarlierSoaks(new double[] {-0.01, -0.011, -0.009});

    assertThat(falling.bound()).isPositive();
    for (double fall : new double[] {0.01, 0.1, 0.5, 2}) {
      assertThat(RULE.ofLevels(blocks(hours -> 100 - fall * hours), falling).answer())
          .isEqualTo(Answer.STABLE);
    }
  }

  @Test
  void aBlockIsItsLeastOrMiddleValueAndGapsAreLeftOut() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      boolean masked = i >= 60 && i < 80;
      if (!masked) {
        points.add(new Point(i / 60.0, i % 2 == 0 ? i : i + 1_000));
      }
    }
    points.add(new Point(4, 0));
    Blocks least = Blocks.of(points, 1, 0.25, Reduction.MINIMUM);
    assertThat(least.size()).as("the first of 12 lacks all, the second a third").isEqualTo(11);
    assertThat(least.values()[0]).isEqualTo(80);
    assertThat(least.hours()[0]).isEqualTo(1.375);
    assertThat(Blocks.of(points, 1, 0.25, Reduction.MEDIAN).values()[1])
        .isBetween(90.0, 1_105.0)
        .isGreaterThan(least.values()[1]);
  }

  @Test
  void quantilesAreThoseOfTheTables() {
    assertThat(StudentT.quantile(0.99, 6)).isCloseTo(3.143, within(0.001));
    assertThat(StudentT.quantile(0.99, 7)).isCloseTo(2.998, within(0.001));
    assertThat(StudentT.quantile(0.975, 1)).isCloseTo(12.706, within(0.001));
    assertThat(StudentT.quantile(0.95, 2)).isCloseTo(2.920, within(0.001));
    assertThat(Normal.upperTail(2.3263)).isCloseTo(0.01, within(1e-5));
    assertThat(Normal.upperTail(-1)).isCloseTo(0.8413, within(1e-4));
  }

  @Test
  void theTrendTestKnowsTheBooksExample() {
    Blocks rising =
        Blocks.of(List.of(new Point(1, 1), new Point(2, 3), new Point(3, 2), new Point(4, 4)));
    assertThat(MannKendall.of(rising).statistic()).isEqualTo(4);
    assertThat(SenSlope.slope(rising)).isEqualTo(0.75);
  }

  @Test
  void aPlanIsRefusedBySoManyBlocksAsTheRuleNeeds() {
    assertThat(DriftRule.LEAST_BLOCKS).isEqualTo(DriftPlan.LEAST_BLOCKS);
  }
}
