package io.tideline.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.live.MadeUpLog.Request;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.simlog.LogBytes;
import io.tideline.engine.simlog.SimulationLogParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveWindowTest {
  private static final int SECONDS = 90;
  private static final List<Seconds> INTERVALS =
      List.of(new Seconds(31, 90), new Seconds(40, 41), new Seconds(50, 80), new Seconds(60, 60));
  private static final List<Scope> SCOPES =
      List.of(
          Scope.EVERYTHING,
          new Scope("Browse timeline", null, null),
          new Scope(null, "Sign in", null),
          new Scope("Create memory", "Save", "steady"));

  private final LiveWindow window = new LiveWindow(Duration.ofSeconds(60));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsAgreeWithThoseOfBruteForce(long seed) throws Exception {
    MadeUpLog made = MadeUpLog.random(seed, SECONDS);
    made.tell(window);

    for (Seconds interval : INTERVALS) {
      for (Scope scope : SCOPES) {
        List<Request> requests = made.within(scope, interval);
        Figures figures = window.figures(scope, interval);
        assertThat(figures.count()).isEqualTo(requests.size());
        assertThat(figures.ok()).isEqualTo(requests.stream().filter(Request::ok).count());
      }
      assertThat(window.started(interval)).isEqualTo(made.users(true, interval));
      assertThat(window.ended(interval)).isEqualTo(made.users(false, interval));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"P50", "P75", "P90", "P95", "P99", "P999", "MAX", "ERRORS"})
  void valuesAgreeWithThoseOfBruteForceToThreeDigits(Metric metric) throws Exception {
    MadeUpLog made = MadeUpLog.random(4, SECONDS);
    made.tell(window);

    for (Seconds interval : INTERVALS.subList(0, 3)) {
      for (Scope scope : SCOPES.subList(0, 3)) {
        double expected = MadeUpLog.value(made.within(scope, interval), metric);
        double value = window.figures(scope, interval).value(metric);
        assertThat(value).isCloseTo(expected, within(expected < 2_048 ? 1e-9 : expected / 1_000));
      }
    }
  }

  @Test
  void usersInFlightAreThoseStartedUpToThenLessThoseWhoLeft() throws Exception {
    MadeUpLog made = MadeUpLog.random(5, SECONDS);
    made.tell(window);

    int[] levels = window.inFlight(new Seconds(31, 92));

    for (int second = 31; second < 92; second++) {
      Seconds upTo = new Seconds(0, second + 1);
      assertThat(levels[second - 31]).isEqualTo(made.users(true, upTo) - made.users(false, upTo));
    }
  }

  @Test
  void theMeanIsThatOfSuccessfulRequests() throws Exception {
    new MadeUpLog()
        .request(new Request("A", "B", 0, 100, true))
        .request(new Request("A", "B", 0, 300, true))
        .request(new Request("A", "B", 0, 999, false))
        .tell(window);

    Figures figures = window.figures(Scope.EVERYTHING, new Seconds(0, 1));
    assertThat(figures.value(Metric.MEAN)).isEqualTo(200);
    assertThat(figures.errorShare()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void withoutRequestsThereIsNoValue() {
    Figures figures = window.figures(Scope.EVERYTHING, new Seconds(0, 10));

    assertThat(figures.count()).isZero();
    assertThat(figures.value(Metric.P99)).isNaN();
    assertThat(figures.value(Metric.ERRORS)).isNaN();
    assertThat(figures.value(Metric.MEAN)).isNaN();
  }

  @Test
  void theWatermarkIsASecondBehindTheLatestTime() throws Exception {
    assertThat(window.watermark()).isZero();
    new MadeUpLog().user(true, 10_999).user(true, 9_000).tell(window);

    assertThat(window.watermark()).isEqualTo(9);
    assertThat(window.covers(new Seconds(3, 9))).isTrue();
    assertThat(window.covers(new Seconds(3, 10))).isFalse();
  }

  @Test
  void whatIsNoLongerKeptCannotBeAskedFor() throws Exception {
    new MadeUpLog().user(true, 100_000).request(new Request("", "A", 1, 2, true)).tell(window);

    assertThat(window.late()).isOne();
    assertThat(window.covers(new Seconds(40, 50))).isFalse();
    assertThatThrownBy(() -> window.figures(Scope.EVERYTHING, new Seconds(40, 50)))
        .hasMessageContaining("the window begins at second 41 by now");
  }

  @Test
  void aRequestThatCouldNotBeSentHasFailed() throws Exception {
    byte[] bytes = LogBytes.withRun().error("Sign in: no session ", 1_500).bytes();
    new SimulationLogParser("log", window).parse(bytes, 0, bytes.length);

    Scope signIn = new Scope(null, "Sign in", null);
    assertThat(window.figures(signIn, new Seconds(1, 2)).ko()).isOne();
    assertThat(window.figures(new Scope("A", null, null), new Seconds(1, 2)).ko()).isZero();
  }

  @Test
  void anotherRunStartsOver() throws Exception {
    MadeUpLog.random(6, SECONDS).tell(window);
    MadeUpLog second = MadeUpLog.random(7, 5);
    second.tell(window);

    assertThat(window.watermark()).isLessThan(5);
    assertThat(window.figures(Scope.EVERYTHING, new Seconds(0, 5)).count())
        .isEqualTo(second.requests.size());
    assertThat(window.inFlight(new Seconds(4, 5))[0])
        .isEqualTo(second.users(true, new Seconds(0, 5)) - second.users(false, new Seconds(0, 5)));
  }

  @Test
  void namesPastTheBoundArePooled() throws Exception {
    MadeUpLog made = new MadeUpLog();
    for (int i = 0; i < RequestRings.MOST_REQUESTS + 50; i++) {
      made.request(new Request("", "memory " + i, 10, 20, true));
    }
    made.tell(window);

    Seconds first = new Seconds(0, 1);
    assertThat(window.figures(Scope.EVERYTHING, first).count()).isEqualTo(made.requests.size());
    Scope pooled = new Scope(null, RequestRings.FURTHER.request(), null);
    assertThat(window.figures(pooled, first).count()).isEqualTo(50);
  }

  @Test
  void memoryDoesNotGrowWithTheLengthOfTheRun() {
    RequestRings rings = new RequestRings(60);
    feed(rings, 0, 300);
    long early = used();
    feed(rings, 300, 20_300);

    assertThat(used() - early).isLessThan(2_000_000);
    assertThat(rings.figures(Scope.EVERYTHING, new Seconds(20_240, 20_300)).ok()).isEqualTo(12_000);
  }

  /** 200 requests a second, with up to 2,000 different latencies. */
  private static void feed(RequestRings rings, int from, int to) {
    RequestRing ring = rings.of(new RequestName("", "Open"));
    for (int second = from; second < to; second++) {
      for (int i = 0; i < 200; i++) {
        ring.at(second).succeeded((i * 37 + second) % 2_000);
      }
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
