package io.tideline.reports.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.SoakShapes.Drawn;
import io.tideline.reports.drift.SoakShapes.Ranges;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick look at what {@link ShapeTable} measures, with room for chance. */
class SoakShapesTest {
  private static final int RUNS = 150;
  private static final DriftRule RULE = new DriftRule(DriftRule.AT_THE_END);

  private static double share(String name, double hours, double growth, Answer answer) {
    SoakShapes shape =
        Stream.concat(SoakShapes.healthy().stream(), SoakShapes.leaks(growth).stream())
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    SplittableRandom random = new SplittableRandom(31);
    int found = 0;
    for (int i = 0; i < RUNS; i++) {
      Drawn drawn = shape.draw(hours, 0.01, 15, Ranges.TABLE, random.split());
      found += RULE.of(SoakShapes.question(drawn, hours)).answer() == answer ? 1 : 0;
    }
    return (double) found / RUNS;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flat",
        "fills up, full at 60 % of the run",
        "fills up, full at 75 % of the run",
        "fills up, full at 80 % of the run",
        "exponential warm-up",
        "follows the load, 2 h late",
        "follows the load, 3 h late",
        "follows the load, 4 h late",
        "follows the load by a delay of first order",
        "collections every 1.0 to 2.5 h",
        "one step up",
        "warms up again after a restart",
        "falls"
      })
  void aHealthyShapeIsHardlyEverALeak(String name) {
    assertThat(share(name, 8, 0, Answer.LEAK)).isLessThanOrEqualTo(0.04);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "begins at 60 % of the run",
        "collections every 1.0 to 2.5 h, rising floor",
        "interrupted by a restart",
        "in steps, one to two hours apart"
      })
  void aLeakIsHardlyEverStable(String name) {
    assertThat(share(name, 8, 0.04, Answer.STABLE)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void aFlatSeriesIsStable() {
    assertThat(share("flat", 8, 0, Answer.STABLE)).isGreaterThanOrEqualTo(0.97);
  }

  @ParameterizedTest
  @CsvSource({"0.005, 0.9", "0, 0"})
  void besideThreeHealthySoaksASlowLeakIsFound(double growth, double least) {
    SoakShapes shape = SoakShapes.leaks(growth).get(0);
    SplittableRandom random = new SplittableRandom(17);
    int found = 0;
    for (int i = 0; i < RUNS; i++) {
      double[] earlier = new double[3];
      for (int k = 0; k < 3; k++) {
        earlier[k] = RULE.of(question(SoakShapes.leaks(0).get(0), random)).share();
      }
      Question asked = question(shape, random);
      Question beside =
          new Question(asked.blocks(), asked.loads(), asked.scale(), new EarlierSoaks(earlier));
      found += RULE.of(beside).answer() == Answer.LEAK ? 1 : 0;
    }
    double share = (double) found / RUNS;
    assertThat(share).isGreaterThanOrEqualTo(least);
    assertThat(growth > 0 || share <= 0.02).isTrue();
  }

  private static Question question(SoakShapes shape, SplittableRandom random) {
    return SoakShapes.question(shape.draw(24, 0.01, 15, Ranges.TABLE, random.split()), 24);
  }
}
