package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.live.MadeUpLog.Request;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class AbortWatchTest {
  private static final Scope SEARCH = new Scope("Search memories", "Search", null);
  private static final AbortRule ERRORS =
      AbortRule.of(new Slo(SEARCH, Metric.ERRORS, 0.2), Duration.ofSeconds(30));
  private static final AbortRule SLOW =
      AbortRule.of(new Slo(SEARCH, Metric.P95, 800), Duration.ofSeconds(30));

  @Test
  void errorsForTheWholeWindowStopTheRunWithASentence() throws Exception {
    LiveWindow window = run(10, second -> second >= 40);

    Abort abort = check(window, ERRORS, 70).orElseThrow();

    assertThat(abort.sentence())
        .isEqualTo(
            "Search memories / Search: errors 50.0 % for 30 s (second 40 to 70, 300 requests),"
                + " at most 20.0 % allowed");
  }

  @Test
  void errorsStopNothingBeforeTheyLastedForTheWindow() throws Exception {
    LiveWindow window = run(10, second -> second >= 40);

    assertThat(check(window, ERRORS, 60)).isEmpty();
  }

  @Test
  void aBurstOfErrorsThatIsOverStopsNothing() throws Exception {
    LiveWindow window = run(10, second -> second >= 40 && second < 62);

    assertThat(window.figures(SEARCH, new Seconds(40, 70)).errorShare()).isGreaterThan(0.2);
    assertThat(check(window, ERRORS, 70)).isEmpty();
  }

  @Test
  void oneEarlyErrorStopsNothing() throws Exception {
    LiveWindow window = new LiveWindow(LiveWindow.STANDARD);
    new MadeUpLog()
        .request(new Request("Search memories", "Search", 0, 500, false))
        .user(true, 90_000)
        .tell(window);

    for (int second = 0; second < 90; second++) {
      assertThat(check(window, ERRORS, second)).isEmpty();
    }
  }

  @Test
  void errorsThatAreFewerThanTheRuleAsksForStopNothing() throws Exception {
    LiveWindow window = run(10, second -> true);
    AbortRule many = new AbortRule(ERRORS.slo(), ERRORS.window(), 301);

    assertThat(check(window, ERRORS, 70)).isPresent();
    assertThat(check(window, many, 70)).isEmpty();
  }

  @Test
  void requestsInLessThanHalfOfTheWindowStopNothing() throws Exception {
    LiveWindow window = new LiveWindow(LiveWindow.STANDARD);
    MadeUpLog made = new MadeUpLog();
    for (int i = 0; i < 100; i++) {
      made.request(new Request("Search memories", "Search", 30_000, 30_000 + 100 * i, false));
    }
    made.user(true, 70_000).tell(window);

    assertThat(window.figures(SEARCH, new Seconds(30, 60)).errorShare()).isOne();
    assertThat(check(window, ERRORS, 60)).isEmpty();
  }

  @Test
  void aPercentileAboveItsLimitStopsTheRun() throws Exception {
    LiveWindow window = new LiveWindow(LiveWindow.STANDARD);
    MadeUpLog made = new MadeUpLog();
    for (int end = 1_000; end < 60_000; end += 100) {
      made.request(new Request("Search memories", "Search", end - 900, end, true));
    }
    made.tell(window);

    assertThat(check(window, SLOW, 50).orElseThrow().sentence())
        .startsWith("Search memories / Search: p95 900 ms for 30 s (second 20 to 50");
  }

  @Test
  void theWarmUpDoesNotCount() throws Exception {
    LiveWindow window = run(10, second -> true);

    assertThat(new AbortWatch(List.of(ERRORS), 50).check(window, 79)).isEmpty();
    assertThat(new AbortWatch(List.of(ERRORS), 50).check(window, 80)).isPresent();
  }

  @Test
  void secondsThatAreNotCompleteYetAreNotAsked() throws Exception {
    LiveWindow window = run(10, second -> second >= 40);

    Abort abort = check(window, ERRORS, 1_000).orElseThrow();
    assertThat(abort.during().to()).isEqualTo(window.watermark());
  }

  @Test
  void theFirstRuleThatIsBrokenIsNamed() throws Exception {
    LiveWindow window = run(10, second -> true);
    AbortRule all =
        AbortRule.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.1), Duration.ofSeconds(10));

    assertThat(new AbortWatch(List.of(SLOW, all, ERRORS), 0).check(window, 70).orElseThrow().rule())
        .isEqualTo(all);
  }

  @Test
  void aPercentileAsksForRequestsAboveIt() {
    assertThat(SLOW.least()).isEqualTo(40);
    assertThat(ERRORS.least()).isEqualTo(20);
    assertThatThrownBy(() -> AbortRule.of(ERRORS.slo(), Duration.ofMillis(900)))
        .hasMessageContaining("at least a second");
  }

  private static Optional<Abort> check(LiveWindow window, AbortRule rule, int until) {
    return new AbortWatch(List.of(rule), 0).check(window, until);
  }

  /** 90 seconds of requests, half of which fail in the seconds told. */
  private static LiveWindow run(int perSecond, IntPredicate failing) throws Exception {
    LiveWindow window = new LiveWindow(LiveWindow.STANDARD);
    MadeUpLog made = new MadeUpLog();
    for (int i = 0; i < 90 * perSecond; i++) {
      int end = i * 1_000 / perSecond;
      boolean ok = i % 2 == 0 || !failing.test(end / 1_000);
      made.request(new Request("Search memories", "Search", Math.max(0, end - 50), end, ok));
    }
    made.tell(window);
    return window;
  }
}
