package io.tideline.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of {@link RateCurve}, held against lines, sequences and random mixtures of both. */
class RateCurveTest {

  static Stream<RateCurve> curves() {
    return Stream.concat(
        Stream.of(
            new Line(5, 5, 10),
            new Line(0, 20, 30),
            new Line(20, 0, 30),
            new Line(0.001, 0, 86_400),
            new Sequence(List.of(new Line(1, 1, 10), new Line(0, 0, 5), new Line(10, 10, 3))),
            new Sequence(List.of(new Line(0, 0, 2), new Line(0, 4, 2), new Line(4, 0, 2))),
            new Line(1, 4, 10).plus(new Line(0, 0, 3).then(new Line(5, 5, 3))),
            new Line(0, 0, 1).then(new Line(2, 0, 4)).repeated(7),
            new Line(3, 9, 60).scaled(2.5).spedUp(6),
            Profiles.burst(5, 10, Duration.ofSeconds(10), Duration.ofSeconds(2)),
            Profiles.steps(1, 2, 5, Duration.ofSeconds(7)),
            Profiles.hold(2, Duration.ofSeconds(5)).then(Profiles.pause(Duration.ofSeconds(5)))),
        IntStream.range(0, 100).mapToObj(RateCurveTest::random));
  }

  private static RateCurve random(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RateCurve> pieces = new ArrayList<>();
    for (int i = random.nextInt(1, 12); i >= 0; i--) {
      double from = random.nextInt(4) == 0 ? 0 : random.nextDouble(500);
      double to =
          random.nextInt(3) == 0 ? from : random.nextInt(4) == 0 ? 0 : random.nextDouble(500);
      pieces.add(new Line(from, to, random.nextDouble(0.01, 300)));
    }
    RateCurve curve = new Sequence(pieces);
    return switch (random.nextInt(6)) {
      case 0 -> curve.scaled(random.nextDouble(0.1, 4));
      case 1 -> curve.spedUp(random.nextDouble(0.2, 60));
      case 2 -> curve.compressed(random.nextDouble(0.2, 5));
      case 3 -> curve.repeated(random.nextInt(1, 4));
      case 4 -> curve.plus(new Line(0, random.nextDouble(50), random.nextDouble(1, 600)));
      default -> curve;
    };
  }

  @ParameterizedTest
  @MethodSource("curves")
  void theIntegralIsTheAreaUnderTheRate(RateCurve curve) {
    int steps = 20_000;
    double width = curve.durationSeconds() / steps;
    double area = 0;
    for (int i = 0; i < steps; i++) {
      area += curve.rate((i + 0.5) * width) * width;
    }
    double roughness = curve.peak() * width * 14;
    assertThat(curve.total()).isCloseTo(area, within(roughness + 1e-6));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void theInverseUndoesTheIntegralToUnderAMicrosecond(RateCurve curve) {
    for (int i = 0; i <= 1000; i++) {
      double arrivals = curve.total() * i / 1000;
      double seconds = curve.inverse(arrivals);
      assertThat(seconds).isBetween(0.0, curve.durationSeconds());
      assertThat(curve.integral(seconds)).isCloseTo(arrivals, within(curve.peak() * 1e-6 + 1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void theInverseIsTheEarliestTimeSoThatAPauseIsNotWaitedOut(RateCurve curve) {
    for (int i = 1; i <= 100; i++) {
      double arrivals = curve.total() * i / 100;
      double seconds = curve.inverse(arrivals);
      double before = curve.integral(Math.max(0, seconds - 1e-3));
      assertThat(before).isLessThanOrEqualTo(arrivals);
      if (curve.rate(Math.max(0, seconds - 1e-4)) > 1e-6 && seconds > 1e-3) {
        assertThat(before).isLessThan(arrivals);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void arrivalsAreAsManyAsTheIntegralRoundedAndNeverGoBackInTime(RateCurve curve) {
    Arrivals arrivals = Arrivals.even(curve);
    assertThat(arrivals.count()).isEqualTo((long) Math.ceil(curve.total() - 0.5));
    long stride = Math.max(1, arrivals.count() / 20_000);
    long last = 0;
    for (long k = 0; k < arrivals.count(); k += stride) {
      long due = arrivals.dueNanos(k);
      if (due < last || k > 0 && due < arrivals.dueNanos(k - 1)) {
        fail("arrival " + k + " is due at " + due + " ns, before one that is due earlier");
      }
      last = due;
    }
    assertThat(last).isLessThanOrEqualTo(Math.round(curve.durationSeconds() * 1e9));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void theStraightPiecesAreTheCurve(RateCurve curve) {
    RateCurve pieces = new Sequence(curve.lines());
    assertThat(pieces.durationSeconds())
        .isCloseTo(curve.durationSeconds(), within(1e-6 * curve.durationSeconds()));
    for (int i = 0; i <= 200; i++) {
      double seconds = curve.durationSeconds() * i / 200;
      assertThat(pieces.integral(seconds))
          .isCloseTo(curve.integral(seconds), within(1e-6 * curve.total() + 1e-9));
    }
  }

  @Test
  void aRampOffersTheAreaUnderItsLine() {
    assertThat(Arrivals.even(new Line(0, 10, 60)).count()).isEqualTo(300);
  }

  @Test
  void aRampToZeroEnds() {
    Arrivals arrivals = Arrivals.even(new Line(10, 0, 10));
    assertThat(arrivals.count()).isEqualTo(50);
    assertThat(arrivals.dueNanos(49) / 1e9).isCloseTo(9.0, within(1e-6));
  }

  @Test
  void aHoldIsEvenlySpaced() {
    Arrivals arrivals = Arrivals.even(new Line(10, 10, 2));
    assertThat(arrivals.dueNanos(0)).isEqualTo(50_000_000);
    assertThat(arrivals.dueNanos(19)).isEqualTo(1_950_000_000);
  }

  @Test
  void aDayAtAThousandPerSecondNeedsNoTimeToBegin() {
    Arrivals day = Arrivals.even(new Line(1000, 1000, 86_400));
    assertThat(day.count()).isEqualTo(86_400_000);
    assertThat(day.dueNanos(86_399_999)).isEqualTo(86_399_999_500_000L);
  }

  @Test
  void speedingUpKeepsTheRatesAndCompressingKeepsTheCount() {
    RateCurve curve = new Line(10, 30, 60).then(new Line(30, 0, 30));
    assertThat(curve.spedUp(30).peak()).isEqualTo(30);
    assertThat(curve.spedUp(30).total()).isCloseTo(curve.total() / 30, within(1e-9));
    assertThat(curve.spedUp(30).durationSeconds()).isCloseTo(3, within(1e-9));
    assertThat(curve.compressed(30).peak()).isCloseTo(900, within(1e-9));
    assertThat(curve.compressed(30).total()).isCloseTo(curve.total(), within(1e-9));
  }

  @Test
  void aCurveThroughCornersJumpsWhereTwoAreAtOneTime() {
    RateCurve curve =
        Profiles.through(
            List.of(
                new Profiles.Corner(Duration.ZERO, 1),
                new Profiles.Corner(Duration.ofSeconds(10), 1),
                new Profiles.Corner(Duration.ofSeconds(10), 5),
                new Profiles.Corner(Duration.ofSeconds(20), 5)));
    assertThat(curve.rate(9.999)).isEqualTo(1);
    assertThat(curve.rate(10)).isEqualTo(5);
    assertThat(curve.total()).isCloseTo(60, within(1e-9));
    assertThatThrownBy(() -> Profiles.through(List.of())).hasMessageContaining("two corners");
  }

  @Test
  void impossibleRatesAndDurationsAreRefused() {
    assertThatThrownBy(() -> new Line(-1, 1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Line(1, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Line(1, 1, 0)).hasMessageContaining("duration");
    assertThatThrownBy(() -> new Sequence(List.of())).hasMessageContaining("at least one");
  }
}
