package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProbitFitTest {
  private static final List<Trial> TRIALS =
      List.of(
          new Trial(0.00, true),
          new Trial(0.69, false),
          new Trial(0.35, true),
          new Trial(0.52, false),
          new Trial(0.43, true),
          new Trial(0.46, false),
          new Trial(0.43, false),
          new Trial(0.40, true));

  @Test
  void theEstimateIsThePointWhereThePenalisedLikelihoodIsLargest() {
    double bestLimit = 0;
    double bestSpread = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (double m = 0.3; m < 0.6; m += 0.0005) {
      for (double s = 0.005; s < 0.2; s += 0.0005) {
        double l = penalised(m, s);
        if (l > highest) {
          highest = l;
          bestLimit = m;
          bestSpread = s;
        }
      }
    }

    Estimate estimate = new ProbitFit(TRIALS).estimate();

    assertThat(Math.log(estimate.limit())).isCloseTo(bestLimit, within(0.001));
    assertThat(estimate.spread()).isCloseTo(bestSpread, within(0.001));
    assertThat(Math.log(estimate.load())).isCloseTo(bestLimit - 0.9945 * bestSpread, within(0.002));
  }

  @Test
  void intervalsContainTheirEstimatesAndReachFartherDownThanUpForTheLoad() {
    Estimate estimate = new ProbitFit(TRIALS).estimate();

    assertThat(estimate.limitInterval().contains(estimate.limit())).isTrue();
    assertThat(estimate.loadInterval().contains(estimate.load())).isTrue();
    double down = Math.log(estimate.load() / estimate.loadInterval().low());
    double up = Math.log(estimate.loadInterval().high() / estimate.load());
    assertThat(down).isGreaterThan(up);
  }

  @Test
  void moreStepsMakeTheIntervalNarrower() {
    SplittableRandom random = new SplittableRandom(5);
    List<Trial> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double load = 0.3 + 0.004 * i;
      many.add(new Trial(load, load <= 0.42 + 0.03 * random.nextGaussian()));
    }

    Interval few = new ProbitFit(TRIALS).estimate().limitInterval();
    Interval narrow = new ProbitFit(many).estimate().limitInterval();

    assertThat(narrow.high() / narrow.low()).isLessThan(few.high() / few.low());
    assertThat(narrow.contains(Math.exp(0.42))).isTrue();
  }

  private static double penalised(double m, double s) {
    double deviation = Math.log(s / 0.03) / 0.7;
    double sum = -0.5 * deviation * deviation;
    for (Trial trial : TRIALS) {
      double x = (m - trial.logLoad()) / s;
      sum += NormalTail.log(trial.good() ? x : -x);
    }
    return sum;
  }
}
