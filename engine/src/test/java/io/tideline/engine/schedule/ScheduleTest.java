package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.plan.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final Mix MIX = new Mix(weights(9, 2, 2, 4, 3));

  private static Map<String, Integer> weights(int... values) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      weights.put("journey " + i, values[i]);
    }
    return weights;
  }

  private static Schedule spike() {
    return Schedule.of(
        Plans.of(
            4,
            MIX,
            Plans.hold("before", 1, Duration.ofSeconds(30)),
            Plans.hold("burst", 10, Duration.ofSeconds(60)),
            Plans.hold("after", 1, Duration.ofSeconds(30))));
  }

  @Test
  void eachPhaseIsOfferedItsOwnArea() {
    Schedule spike = spike();
    assertThat(spike.offered(0)).isEqualTo(120);
    assertThat(spike.offered(1)).isEqualTo(2400);
    assertThat(spike.offered(2)).isEqualTo(120);
    assertThat(spike.arrivals()).isEqualTo(2640);
    assertThat(spike.peakRate()).isEqualTo(40);
  }

  @Test
  void anArrivalsPhaseIsTheOneInWhichItIsDue() {
    Schedule spike = spike();
    for (long k = 0; k < spike.arrivals(); k++) {
      assertThat(spike.phaseOf(k)).isEqualTo(spike.phaseAt(spike.dueNanos(k)));
    }
  }

  @Test
  void instantsOutsideTheRunBelongToTheNearestPhase() {
    assertThat(spike().phaseAt(-1)).isZero();
    assertThat(spike().phaseAt(Duration.ofDays(1).toNanos())).isEqualTo(2);
  }

  @Test
  void theMixIsMetExactlyInEveryBlock() {
    Schedule spike = spike();
    for (long block = 0; block + 20 <= spike.arrivals(); block += 20) {
      int[] counts = new int[5];
      for (long k = block; k < block + 20; k++) {
        counts[spike.journeyOf(k)]++;
      }
      assertThat(counts).containsExactly(9, 2, 2, 4, 3);
    }
  }

  @Test
  void eachJourneysArrivalsAreCountedWithoutLookingAtEachOfThem() {
    for (int seconds : List.of(1, 7, 33)) {
      Plan plan = Plans.of(11, MIX, Plans.hold("only", 1, Duration.ofSeconds(seconds)));
      Schedule schedule = Schedule.of(plan);
      long[] counted = new long[5];
      for (long k = 0; k < schedule.arrivals(); k++) {
        counted[schedule.journeyOf(k)]++;
      }
      assertThat(schedule.arrivalsByJourney()).containsExactly(counted);
    }
  }

  @Test
  void theOrderOfJourneysDiffersFromBlockToBlock() {
    Schedule spike = spike();
    List<List<Integer>> blocks = new ArrayList<>();
    for (long block = 0; block < 400; block += 20) {
      blocks.add(LongStream.range(block, block + 20).mapToObj(spike::journeyOf).toList());
    }
    assertThat(blocks.stream().distinct().count()).isGreaterThan(18);
  }

  @Test
  void equalPlansGiveEqualArrivalsInWhateverOrderTheyAreAskedFor() {
    Schedule one = spike();
    Schedule other = spike();
    for (long k = one.arrivals() - 1; k >= 0; k--) {
      other.journeyOf(k);
    }
    for (long k = 0; k < one.arrivals(); k++) {
      assertThat(one.journeyOf(k)).isEqualTo(other.journeyOf(k));
      assertThat(one.dueNanos(k)).isEqualTo(other.dueNanos(k));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theSlicesTogetherAreTheWholeRunEachArrivalOnce(int of) {
    Schedule spike = spike();
    long[] taken = new long[(int) spike.arrivals()];
    long offered = 0;
    for (int index = 0; index < of; index++) {
      Slice slice = new Slice(index, of);
      for (int k = 0; k < taken.length; k++) {
        taken[k] += slice.has(k) ? 1 : 0;
      }
      offered += slice.share(taken.length);
    }
    assertThat(taken).containsOnly(1);
    assertThat(offered).isEqualTo(taken.length);
  }

  @Test
  void aStepWithinAPhaseIsAJump() {
    Phase jump =
        new Phase(
            "jump",
            Duration.ofSeconds(10),
            false,
            List.of(new Level(0, 1), new Level(0.5, 1), new Level(0.5, 3), new Level(1, 3)));
    Schedule schedule = Schedule.of(Plans.of(10, MIX, jump));
    assertThat(schedule.arrivals()).isEqualTo(200);
    assertThat(LongStream.range(0, 200).filter(k -> schedule.dueNanos(k) < 5_000_000_000L).count())
        .isEqualTo(50);
  }

  @Test
  void withoutTheMostRequestsTheLikelyOnesAreHeldAgainstTheCap() {
    Schedule schedule = Schedule.of(Plans.of(10, MIX, Plans.hold("a", 1, Duration.ofHours(1))));
    Problems problems = new Problems();
    Caps.check(schedule, 1_000_000, problems);
    assertThat(problems.sentences()).isEmpty();
    Caps.check(schedule, 1_000_001, problems);
    assertThat(problems.sentences())
        .containsExactly(
            "limits.requests: 36000 users send about 1000001 requests and 1000000 are allowed;"
                + " lower the rate or the duration, or raise the cap");
  }

  @Test
  void allCapsThatWouldBePassedAreNamed() {
    Plan plan = Plans.of(2000, MIX, Plans.hold("long", 1, Duration.ofHours(2)));
    Problems problems = new Problems();
    Map<String, Catalogue.Entry> entries = new LinkedHashMap<>();
    MIX.journeys().forEach(name -> entries.put(name, new Catalogue.Entry(List.of("a"), 10)));
    Caps.check(Schedule.of(plan), new Catalogue(entries), problems);
    assertThat(problems.sentences())
        .hasSize(3)
        .anyMatch(s -> s.contains("limits.rate") && s.contains("2000.0"))
        .anyMatch(s -> s.contains("limits.requests") && s.contains("144000000"))
        .anyMatch(s -> s.contains("limits.duration") && s.contains("7200 s"));
  }
}
