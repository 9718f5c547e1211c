package io.tideline.reports.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Figures of previews against figures worked out by hand. */
class PreviewTest {

  /** 4/s: 60 s * 4/2 = 120, 120 s * 4 = 480, 300 s * 40 = 12,000, 180 s * 4 = 720. */
  @Test
  void eachPhaseBringsTheAreaUnderItsCurve() {
    assertThat(Previews.of("spike").phases())
        .containsExactly(
            phase("warm-up", true, 0, 60, 0, 4, 4, 120),
            phase("before", false, 60, 120, 4, 4, 4, 480),
            phase("burst", false, 180, 300, 40, 40, 40, 12_000),
            phase("after", false, 480, 180, 4, 4, 4, 720));
  }

  private static PhaseLine phase(
      String name,
      boolean warmUp,
      int start,
      int length,
      double from,
      double to,
      double peak,
      long users) {
    return new PhaseLine(
        name, warmUp, Duration.ofSeconds(start), Duration.ofSeconds(length), from, to, peak, users);
  }

  /** 13,320 users, 3 of 4 of whom browse: 9,990 * 9.5 + 3,330 * 10 requests, and bytes alike. */
  @Test
  void totalsAreWhatTheUsersOfEachJourneyCost() {
    Totals totals = Previews.of("spike").totals();

    assertThat(totals.users()).isEqualTo(13_320);
    assertThat(totals.peakRate()).isEqualTo(40);
    assertThat(totals.duration()).isEqualTo(Duration.ofMinutes(11));
    assertThat(totals.requests()).isEqualTo(94_905 + 33_300);
    assertThat(totals.bytes()).isEqualTo(9_990.0 * 32 * 1024 + 3_330.0 * 1024 * 1024);
    assertThat(totals.isComplete()).isTrue();
  }

  /** 15 min * 3/2; then 6 h each of 2.25, 3.45 and, of 8 and 4 h, 5.7 and 4.5 per second. */
  @Test
  void aDaysCurveIsCountedExactly() {
    Preview soak = Previews.of("soak");

    assertThat(soak.phases()).extracting(PhaseLine::users).containsExactly(1_350L, 352_080L);
    assertThat(soak.phases().get(1).rates()).isEqualTo("3 to 3");
    assertThat(soak.phases().get(1).peakRate()).isEqualTo(6);
    assertThat(soak.curve().peakAt()).isEqualTo(15 * 60 + 20 * 3_600);
    assertThat(soak.totals().users()).isEqualTo(353_430);
  }

  @Test
  void optionsOfTheRunCountAsTheyDoInTheRun() {
    Preview preview = Previews.of("spike", "rate", "2", "speedup", "60");

    assertThat(preview.totals().users()).isEqualTo(111);
    assertThat(preview.totals().duration()).isEqualTo(Duration.ofSeconds(11));
    assertThat(preview.totals().peakRate()).isEqualTo(20);
  }

  @Test
  void aJourneyOfWhichNothingIsKnownIsNamedAndNeverGuessed() {
    Preview preview = Previews.of("half-known");

    assertThat(preview.totals().users()).isEqualTo(12);
    assertThat(preview.totals().requests()).isEqualTo(38);
    assertThat(preview.totals().unknown()).containsExactlyInAnyOrder("Share", "<Fly> & \"swim\"");
    assertThat(preview.notes()).anyMatch(note -> note.contains("Share") && note.contains("<Fly>"));
    assertThat(PreviewTables.of(preview).get(1).sums())
        .containsExactly("All journeys", "12", "38 + ?", "128 KiB + ?", "");
  }

  @Test
  void whereNothingIsKnownOfAnyJourneyNoSumIsShown() {
    assertThat(PreviewTables.of(Previews.of("unknown")).get(1).sums())
        .containsExactly("All journeys", "12", "?", "?", "");
  }

  /** (1 + ... + 6) * 4/s * 7,200 s = 604,800 users, 9.625 requests each, in 12 h. */
  @Test
  void eachCapThatWouldBePassedIsSaidAsTheRunSaysIt() {
    Preview stairs = Previews.of("stairs");

    assertThat(stairs.refusals())
        .containsExactly(
            "limits.rate: the plan peaks at 24.0 new users per second and 20.0 are allowed;"
                + " lower the rate or raise the cap",
            "limits.requests: 604800 users send about 5821200 requests and 100000 are allowed;"
                + " lower the rate or the duration, or raise the cap",
            "limits.duration: the plan lasts 43200 s and 36000 s are allowed;"
                + " shorten it or raise the cap");
    assertThat(stairs.caps()).allMatch(CapLine::isPassed);
    assertThat(stairs.caps())
        .extracting(CapLine::headroom)
        .containsExactly("20 % too much", "5,721 % too much", "20 % too much");
  }

  @Test
  void whatIsLeftBelowACapIsSaid() {
    assertThat(Previews.of("soak").caps())
        .extracting(CapLine::planned, CapLine::allowed, CapLine::headroom)
        .contains(
            org.assertj.core.groups.Tuple.tuple("6", "200", "97 % free"),
            org.assertj.core.groups.Tuple.tuple("24 h 15 min", "25 h", "3 % free"));
    assertThat(Previews.of("spike").refusals()).isEmpty();
  }

  @Test
  void aLimitOnUsersIsHeldAgainstThoseThatCome() {
    Preview few = Previews.of("soak", "users", "5000");
    assertThat(few.refusals())
        .singleElement()
        .asString()
        .startsWith("limits.users: scenario soak brings 353430 users")
        .contains("5000 are allowed");
    assertThat(few.caps())
        .filteredOn(CapLine::isPassed)
        .extracting(CapLine::name)
        .contains("Users");
    assertThat(Previews.of("soak", "users", "400000").refusals()).isEmpty();
    assertThat(Previews.of("soak").caps()).extracting(CapLine::name).doesNotContain("Users");
  }

  @Test
  void theHoursOfAnEnvironmentAreSaid() {
    assertThat(Previews.of("spike", "env", "staging").notes())
        .contains("Environment staging takes load from 20:00 to 06:00 UTC only.");
    assertThat(Previews.of("spike").notes()).noneMatch(note -> note.contains("only."));
  }

  @Test
  void aSliceIsShownWithinTheWholeRun() {
    Preview sliced = Previews.of("spike", "slice", "1/3");

    assertThat(sliced.totals().users()).isEqualTo(13_320);
    assertThat(sliced.notes())
        .contains("The figures are those of the whole run; slice 1/3 takes 4,440 of its users.");
  }

  @Test
  void poissonArrivalsAreCountedAsTheyWillComeAndSaid() {
    Preview poisson = Previews.of("crowd");

    assertThat(poisson.totals().users()).isBetween(3_300L, 3_900L).isNotEqualTo(3_600);
    assertThat(poisson.phases().get(0).users()).isEqualTo(poisson.totals().users());
    assertThat(poisson.notes()).anyMatch(note -> note.startsWith("Arrivals are a Poisson process"));
  }

  @Test
  @Timeout(5)
  void aDayAtAThousandUsersPerSecondTakesNoTime() {
    Preview fast = Previews.of("fast");

    assertThat(fast.totals().users()).isEqualTo(86_400_000);
    assertThat(fast.journeys())
        .extracting(JourneyLine::users)
        .isEqualTo(List.of(64_800_000L, 21_600_000L));
  }
}
