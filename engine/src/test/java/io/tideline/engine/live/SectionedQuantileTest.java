package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.live.MadeUpLog.Request;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SectionedQuantileTest {
  private static final Seconds MINUTE = new Seconds(0, 60);

  @Test
  void theValueIsThatOfAllRequestsAndTheIntervalLiesAroundIt() throws Exception {
    LiveWindow window = steady(100, 1);

    SectionedQuantile p95 = window.sectioned(Scope.EVERYTHING, 0.95, MINUTE);

    Figures figures = window.figures(Scope.EVERYTHING, MINUTE);
    assertThat(p95.value()).isEqualTo(figures.value(Metric.P95));
    assertThat(p95.count()).isEqualTo(figures.ok());
    assertThat(p95.low()).isLessThan(p95.value());
    assertThat(p95.high()).isGreaterThan(p95.value());
    assertThat(p95.low() * p95.high()).isCloseTo(p95.value() * p95.value(), within(1e-6));
  }

  @Test
  void tooFewRequestsForFiveSectionsLeaveNoInterval() throws Exception {
    SectionedQuantile p99 = steady(8, 2).sectioned(Scope.EVERYTHING, 0.99, MINUTE);

    assertThat(p99.value()).isPositive();
    assertThat(p99.low()).isNaN();
    assertThat(p99.high()).isNaN();
  }

  @Test
  void withoutRequestsThereIsNothing() {
    LiveWindow empty = new LiveWindow(LiveWindow.STANDARD);
    SectionedQuantile p99 = empty.sectioned(Scope.EVERYTHING, 0.99, MINUTE);

    assertThat(p99.value()).isNaN();
    assertThat(p99.count()).isZero();
  }

  /** Whole seconds are slow or fast together, by 30 %; a binomial interval would miss that. */
  @Test
  void theIntervalCoversTheTruthWhereRequestsStallTogether() throws Exception {
    double truth = Math.exp(5);
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      SectionedQuantile median = steady(40, 100 + seed).sectioned(Scope.EVERYTHING, 0.5, MINUTE);
      covered += median.low() <= truth && truth <= median.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(88, 100);
  }

  /** A minute with so many requests a second. */
  private static LiveWindow steady(int perSecond, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    MadeUpLog made = new MadeUpLog();
    for (int second = 0; second < 62; second++) {
      double slow = 0.3 * random.nextGaussian();
      for (int i = 0; i < perSecond; i++) {
        int end = second * 1_000 + i * 1_000 / perSecond;
        int latency = (int) Math.round(Math.exp(5 + slow + 0.4 * random.nextGaussian()));
        made.request(new Request("", "Open", end, end + latency, true));
      }
    }
    LiveWindow window = new LiveWindow(Duration.ofMinutes(2));
    made.tell(window);
    return window;
  }
}
