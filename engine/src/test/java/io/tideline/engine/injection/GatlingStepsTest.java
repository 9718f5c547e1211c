package io.tideline.engine.injection;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatling.javaapi.core.PopulationBuilder;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.profile.Arrivals;
import io.tideline.engine.profile.Line;
import io.tideline.engine.profile.Profiles;
import io.tideline.engine.profile.RateCurve;
import io.tideline.engine.schedule.CurvePlan;
import io.tideline.engine.schedule.Schedule;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Curves for those who stay with Gatling's injection, or write a simulation of their own. */
class GatlingStepsTest {

  static Stream<RateCurve> curves() {
    return Stream.of(
        new Line(0, 10, 30),
        new Line(20, 20, 15).then(Profiles.pause(Duration.ofSeconds(5))).then(new Line(20, 0, 10)),
        Profiles.burst(5, 10, Duration.ofSeconds(20), Duration.ofSeconds(4)),
        new Line(1, 4, 10).plus(new Line(6, 6, 5)).repeated(3));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void gatlingCountsAsManyUsersAsTheCurveHas(RateCurve curve) {
    PopulationBuilder population =
        scenario("plain").exec(exec(session -> session)).injectOpen(GatlingSteps.of(curve));
    long users = (long) population.asScala().injectionProfile().totalUserCount().get();
    assertThat((double) users).isCloseTo(curve.total(), within(1.0 + curve.lines().size()));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void aPlanInCodeHasTheCurvesArrivals(RateCurve curve) {
    Schedule schedule = Schedule.of(CurvePlan.of("own", curve, new Mix(Map.of("only", 1)), 1));
    Arrivals arrivals = Arrivals.even(curve);
    assertThat(schedule.arrivals()).isEqualTo(arrivals.count());
    for (long k = 0; k < arrivals.count(); k++) {
      assertThat(schedule.dueNanos(k) / 1e9).isCloseTo(arrivals.dueNanos(k) / 1e9, within(1e-6));
    }
  }
}
