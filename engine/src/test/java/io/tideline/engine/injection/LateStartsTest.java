package io.tideline.engine.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateStartsTest {
  private static final long LATE_NANOS = 51_000_000;
  private static final long IN_TIME_NANOS = 50_000_000;
  private static final int RATE = 100;

  private final List<String> said = new ArrayList<>();

  /** 1,000 arrivals to warm up, 2,000 in the one phase and 6,000 in the other. */
  private final Schedule schedule =
      Schedule.of(
          Plans.of(
              RATE,
              new Mix(Map.of("Ask", 1)),
              warmUp(Plans.hold("warm-up", 1, Duration.ofSeconds(10))),
              Plans.hold("calm", 1, Duration.ofSeconds(20)),
              Plans.hold("busy", 1, Duration.ofSeconds(60))));

  private final LateStarts starts = new LateStarts(schedule, said::add);

  private static Phase warmUp(Phase phase) {
    return new Phase(phase.name(), phase.duration(), true, phase.levels());
  }

  private void start(long from, int arrivals, long lagNanos) {
    for (long k = from; k < from + arrivals; k++) {
      long due = schedule.dueNanos(k);
      starts.started(k, due, due + lagNanos);
    }
  }

  @Test
  void moreThanOneInAHundredOfAPhaseIsSaidOnceAndWhileTheRunGoesOn() {
    start(1_000, 20, LATE_NANOS);
    assertThat(said).isEmpty();

    start(1_020, 1, LATE_NANOS);

    assertThat(said)
        .containsExactly(
            "the generator is too late at 10 s: 21 users of calm have started over 50 ms after"
                + " their time, the last of them 0.1 s, and more than 1 in 100 may not; this run"
                + " will be INVALID: end it, and give the generator more processor time, lower the"
                + " rate, or use more generators");

    start(3_000, 1_000, 100 * LATE_NANOS);
    assertThat(said).hasSize(1);
  }

  @Test
  void whatMayStillEndWellIsNotSaid() {
    start(0, 1_000, LATE_NANOS);
    start(1_000, 20, LATE_NANOS);
    start(1_020, 1_980, IN_TIME_NANOS);
    start(3_000, 60, LATE_NANOS);

    assertThat(said).isEmpty();
  }

  @Test
  void aPhaseWithTooFewUsersForAPercentileIsNotJudged() {
    Plan plan =
        Plans.of(RATE, new Mix(Map.of("Ask", 1)), Plans.hold("short", 1, Duration.ofSeconds(3)));
    LateStarts few = new LateStarts(Schedule.of(plan), said::add);
    for (int k = 0; k < 300; k++) {
      few.started(k, 0, LATE_NANOS);
    }

    assertThat(said).isEmpty();
  }
}
