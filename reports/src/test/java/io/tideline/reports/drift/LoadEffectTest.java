package io.tideline.reports.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.reports.drift.Blocks.Point;
import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.testkit.SampleSoak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LoadEffectTest {
  private static final DriftRule RULE = new DriftRule(DriftRule.AT_THE_END);

  /** From hour 6 to 24 in blocks of a quarter of an hour, with noise of 0.3. */
  private static Question question(DoubleUnaryOperator load, DoubleBinaryOperator value) {
    SplittableRandom random = new SplittableRandom(3);
    List<Point> points = new ArrayList<>();
    for (double hour = 6.125; hour < 24; hour += 0.25) {
      double level = value.applyAsDouble(hour, load.applyAsDouble(hour));
      points.add(new Point(hour, level + 0.3 * random.nextGaussian()));
    }
    Blocks blocks = Blocks.of(points);
    double[] loads = Arrays.stream(blocks.hours()).map(load).toArray();
    return new Question(blocks, loads, Question.Scale.levels(1), EarlierSoaks.NONE);
  }

  @Test
  void whatOnlyFollowsTheLoadIsStable() {
    Drift drift = RULE.of(question(SampleSoak::load, (hour, load) -> 100 + 30 * load));

    assertThat(drift.answer()).isEqualTo(Answer.STABLE);
    assertThat(drift.slope()).isCloseTo(0, within(0.05));
  }

  @Test
  void growthIsFoundUnderWhatFollowsTheLoad() {
    Drift drift =
        RULE.of(question(SampleSoak::load, (hour, load) -> 100 + 30 * load * load + 0.8 * hour));

    assertThat(drift.answer()).isEqualTo(Answer.LEAK);
    assertThat(drift.slope()).isCloseTo(0.8, within(0.08));
  }

  @Test
  void whatDoesNotFollowTheLoadIsLeftAsItIs() {
    Question question = question(SampleSoak::load, (hour, load) -> 100 + 0.8 * hour);

    assertThat(RULE.of(question).slope()).isCloseTo(0.8, within(0.05));
  }

  @Test
  void aLoadThatRisesWithTimeLeavesNoAnswer() {
    Drift drift = RULE.of(question(hour -> hour / 24, (hour, load) -> 100 + 30 * load));

    assertThat(drift.answer()).isEqualTo(Answer.ENTANGLED);
    assertThat(drift.isJudged()).isFalse();
  }

  @Test
  void aLoadThatHardlyVariesIsNoMatter() {
    Question question = question(hour -> 1 + hour / 1_000, (hour, load) -> 100 + 0.8 * hour);

    assertThat(LoadEffect.of(question.blocks().hours(), question.loads())).isNull();
    assertThat(RULE.of(question).answer()).isEqualTo(Answer.LEAK);
  }

  @Test
  void aFitFindsItsCoefficientsAndLeavesOutWhatAddsNothing() {
    double[] x = {0, 1, 2, 3, 4, 5};
    double[] twice = {0, 2, 4, 6, 8, 10};
    double[] z = {1, 0, 3, 1, 4, 1};
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 7 + 3 * x[i] - 2 * z[i];
    }

    LeastSquares fit = LeastSquares.of(y, x, twice, z);

    assertThat(fit.coefficient(0)).isCloseTo(3, within(1e-9));
    assertThat(fit.coefficient(1)).isZero();
    assertThat(fit.coefficient(2)).isCloseTo(-2, within(1e-9));
    assertThat(fit.residualSquares()).isCloseTo(0, within(1e-9));
  }
}
