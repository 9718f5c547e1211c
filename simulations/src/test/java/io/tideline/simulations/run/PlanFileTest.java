package io.tideline.simulations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.profile.Arrivals;
import io.tideline.engine.profile.Profiles;
import io.tideline.engine.profile.RateCurve;
import io.tideline.engine.schedule.Schedule;
import io.tideline.simulations.journeys.Journeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan file's scenarios are the ready-made profiles. */
class PlanFileTest {
  private static final Path FILE = Path.of("src/test/resources/tideline.conf");

  private static Plan plan(String scenario) {
    Options options = new Options(Map.of("scenario", scenario), Map.of());
    return new PlanReader(Journeys.catalogue(), options).read(FILE);
  }

  private static void assertSame(String scenario, DoubleFunction<RateCurve> profile) {
    Plan plan = plan(scenario);
    Schedule schedule = Schedule.of(plan);
    Arrivals expected = Arrivals.even(profile.apply(plan.load().rate()));
    assertThat(schedule.arrivals()).isEqualTo(expected.count());
    for (long k = 0; k < expected.count(); k += 1 + expected.count() / 1000) {
      assertThat(schedule.dueNanos(k) / 1e9).isCloseTo(expected.dueNanos(k) / 1e9, within(1e-5));
    }
  }

  @Test
  void eachScenarioHasTheArrivalsOfItsProfile() {
    assertSame("smoke", Profiles::smoke);
    assertSame("baseline", Profiles::baseline);
    assertSame("steps", Profiles::stress);
    assertSame("spike", Profiles::spike);
    assertSame("soak", Profiles::soak);
  }

  @Test
  void stressSearchesWithinTheCapOnTheRate() {
    Plan stress = plan("stress");
    assertThat(stress.search()).isNotNull();
    assertThat(stress.search().levels().cap() * stress.load().rate())
        .isLessThanOrEqualTo(stress.limits().rate());
    assertThat(stress.slos()).allMatch(slo -> slo.scope().phase() == null);
  }

  @Test
  void aSoakIsJudgedForLeaksAtEqualLoadAndNothingShortIs() {
    assertThat(plan("soak").drift())
        .isEqualTo(
            new DriftPlan(
                Duration.ofMinutes(15),
                0.25,
                0.01,
                0.05,
                Duration.ofHours(24),
                Map.of(),
                List.of(),
                DriftPlan.STANDARD.look()));
    assertThat(plan("baseline").drift()).isNull();
    assertThat(plan("stress").drift()).isNull();
  }

  @Test
  void theSpikeIsTenTimesTheBaseForFiveMinutesWithErrorsUnderTwoPercent() {
    Plan spike = plan("spike");
    Schedule schedule = Schedule.of(spike);
    assertThat(schedule.peakRate()).isEqualTo(10 * spike.load().rate());
    assertThat(schedule.phaseStartNanos(3) - schedule.phaseStartNanos(2))
        .isEqualTo(300_000_000_000L);
    assertThat(spike.slos())
        .anyMatch(
            slo ->
                "burst".equals(slo.scope().phase())
                    && slo.metric().key().equals("errors")
                    && slo.limit() == 0.02);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resilience", "overload", "network"})
  void eachFaultLeavesTimeToBeRecoveredFrom(String scenario) {
    Plan plan = plan(scenario);
    Duration wanted = plan.resilience().recoveryWithin().plusSeconds(5);
    List<PlannedFault> faults = plan.faults().faults();
    for (int i = 0; i < faults.size(); i++) {
      Duration next = i + 1 < faults.size() ? faults.get(i + 1).at() : plan.duration();
      assertThat(next.minus(faults.get(i).until()))
          .as(faults.get(i).name())
          .isGreaterThanOrEqualTo(wanted);
    }
  }
}
