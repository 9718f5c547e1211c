package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Mix;
import io.tideline.engine.schedule.RunEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteeringTest {
  private static final long SECOND = 1_000_000_000L;

  /** 10 users per second for 20 s, then 20 per second for 10 s. */
  private final Schedule schedule =
      Schedule.of(
          Plans.of(
              10,
              new Mix(Map.of("only", 1)),
              Plans.hold("first", 1, Duration.ofSeconds(20)),
              Plans.hold("second", 2, Duration.ofSeconds(10))));

  private static RunEvent event(double seconds, Kind kind, double factor) {
    return new RunEvent(Math.round(seconds * SECOND), kind, factor, "test");
  }

  @Test
  void withoutEventsItIsTheSchedule() {
    Steering steering = new Steering(schedule);
    for (long k = 0; k < schedule.arrivals(); k++) {
      assertThat(steering.dueNanos(k)).isEqualTo(schedule.dueNanos(k));
    }
    assertThat(steering.dueNanos(schedule.arrivals())).isEqualTo(Steering.NEVER);
    assertThat(steering.dueBefore(Steering.NEVER)).isEqualTo(schedule.arrivals());
    assertThat(steering.offered(0)).isEqualTo(schedule.offered(0));
    assertThat(steering.offered(1)).isEqualTo(schedule.offered(1));
    assertThat(steering.isOver(30 * SECOND - 1)).isFalse();
    assertThat(steering.isOver(30 * SECOND)).isTrue();
  }

  @Test
  void aPauseStopsThePlansClock() {
    Steering steering =
        Steering.replay(schedule, List.of(event(5, Kind.PAUSE, 1), event(12, Kind.RESUME, 1)));
    assertThat(steering.dueNanos(50)).isEqualTo(schedule.dueNanos(50) + 7 * SECOND);
    assertThat(steering.dueBefore(5 * SECOND)).isEqualTo(50);
    assertThat(steering.dueBefore(11 * SECOND)).isEqualTo(50);
    assertThat(steering.phaseStartNanos(1)).isEqualTo(27 * SECOND);
    assertThat(steering.offered(0)).isEqualTo(200);
    assertThat(steering.offered(1)).isEqualTo(200);
    assertThat(steering.isOver(36 * SECOND)).isFalse();
    assertThat(steering.isOver(37 * SECOND)).isTrue();
  }

  @Test
  void whilePausedNobodyIsDueAndTheRunIsNotOver() {
    Steering steering = Steering.replay(schedule, List.of(event(5, Kind.PAUSE, 1)));
    assertThat(steering.isRunning()).isFalse();
    assertThat(steering.dueNanos(50)).isEqualTo(Steering.NEVER);
    assertThat(steering.isOver(1000 * SECOND)).isFalse();
  }

  @Test
  void aScaleMultipliesTheRateAndKeepsThePhasesTimes() {
    Steering steering = Steering.replay(schedule, List.of(event(10, Kind.SCALE, 1.5)));
    assertThat(steering.dueBefore(10 * SECOND)).isEqualTo(100);
    assertThat(steering.dueBefore(20 * SECOND)).isEqualTo(250);
    assertThat(steering.phaseStartNanos(1)).isEqualTo(20 * SECOND);
    assertThat(steering.offered(1)).isEqualTo(300);
    assertThat((steering.dueNanos(101) - steering.dueNanos(100)) / 1e9)
        .isCloseTo(1 / 15.0, within(1e-6));
  }

  @Test
  void aScaleWhilePausedHoldsAfterTheResume() {
    Steering steering =
        Steering.replay(
            schedule,
            List.of(event(5, Kind.PAUSE, 1), event(6, Kind.SCALE, 2), event(8, Kind.RESUME, 1)));
    assertThat(steering.factor()).isEqualTo(2);
    assertThat(steering.dueBefore(9 * SECOND)).isEqualTo(70);
  }

  @Test
  void aStopEndsTheRunAndLaterPhasesNeverBegin() {
    Steering steering = Steering.replay(schedule, List.of(event(5, Kind.STOP, 1)));
    assertThat(steering.dueNanos(50)).isEqualTo(Steering.NEVER);
    assertThat(steering.isOver(5 * SECOND)).isTrue();
    assertThat(steering.dueBefore(Steering.NEVER)).isEqualTo(50);
    assertThat(steering.phaseStartNanos(1)).isEqualTo(Steering.NEVER);
    assertThat(steering.offered(0)).isEqualTo(50);
    assertThat(steering.offered(1)).isZero();
    assertThat(steering.phaseAt(100 * SECOND)).isZero();
  }

  @Test
  void anArrivalDueWhereTwoPhasesMeetIsOfferedInTheSecondAndCountedOnce() {
    for (double rate : new double[] {0.5, 2.5, 3, 7.5}) {
      Schedule halves =
          Schedule.of(
              Plans.of(
                  rate,
                  new Mix(Map.of("only", 1)),
                  Plans.hold("first", 1, Duration.ofSeconds(5)),
                  Plans.hold("second", 1, Duration.ofSeconds(5))));
      Steering steering = new Steering(halves);
      long[] due = new long[2];
      long k = 0;
      for (; steering.dueNanos(k) != Steering.NEVER; k++) {
        due[steering.phaseAt(steering.dueNanos(k))]++;
      }
      assertThat(k).as("rate " + rate).isEqualTo(steering.offered()).isEqualTo(halves.arrivals());
      assertThat(due).containsExactly(steering.offered(0), steering.offered(1));
      assertThat(due).containsExactly(halves.offered(0), halves.offered(1));
    }
  }

  @Test
  void everyIndexIsDueOnceInOrderWhateverHappens() {
    Steering steering = new Steering(schedule);
    List<RunEvent> events =
        List.of(
            event(2.05, Kind.SCALE, 3),
            event(4.2, Kind.PAUSE, 1),
            event(6, Kind.RESUME, 1),
            event(15, Kind.SCALE, 0.25));
    long next = 0;
    long last = 0;
    for (RunEvent event : events) {
      for (; steering.dueNanos(next) < event.atNanos(); next++) {
        assertThat(steering.dueNanos(next)).isGreaterThanOrEqualTo(last);
        last = steering.dueNanos(next);
      }
      assertThat(next).isEqualTo(steering.dueBefore(event.atNanos()));
      steering.apply(event);
    }
    while (steering.dueNanos(next) != Steering.NEVER) {
      assertThat(steering.dueNanos(next)).isGreaterThanOrEqualTo(last);
      last = steering.dueNanos(next++);
    }
    assertThat(steering.dueBefore(Steering.NEVER)).isEqualTo(next);
  }

  @Test
  void aFaultIsAnEventAndChangesNothingAboutTheLoad() {
    Steering steering = new Steering(schedule);
    steering.apply(event(3.3, Kind.FAULT_START, 1));
    steering.apply(event(7.7, Kind.FAULT_END, 1));

    assertThat(steering.events()).hasSize(2);
    for (long k = 0; k <= schedule.arrivals(); k++) {
      assertThat(steering.dueNanos(k)).isEqualTo(new Steering(schedule).dueNanos(k));
    }
    assertThat(steering.wasStopped()).isFalse();
  }

  @Test
  void anInstantOfThePlanComesLaterByThePausesBeforeItAndNeverInOne() {
    Steering steering =
        Steering.replay(schedule, List.of(event(5, Kind.PAUSE, 1), event(12, Kind.RESUME, 1)));

    assertThat(steering.whenNanos(4 * SECOND)).isEqualTo(4 * SECOND);
    assertThat(steering.whenNanos(6 * SECOND)).isEqualTo(13 * SECOND);
    steering.apply(event(14, Kind.PAUSE, 1));
    assertThat(steering.whenNanos(8 * SECOND)).isEqualTo(Steering.NEVER);
    steering.apply(event(15, Kind.STOP, 1));
    assertThat(steering.whenNanos(8 * SECOND)).isEqualTo(Steering.NEVER);
  }
}
