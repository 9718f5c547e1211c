package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.plan.Regression;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Comparison;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionChecksTest {
  private static final Scope SAVE = new Scope("Create memory", "Save memory", null);

  /** 40 to 100 ms, some of them in the middle of a long tail. */
  private static final TargetModel USUAL =
      (request, second, random) -> (int) (40 + 20 * Math.exp(0.6 * random.nextGaussian()));

  private static final TargetModel SAVES_SLOWER =
      (request, second, random) -> {
        int millis = USUAL.answer(request, second, random);
        return request.equals("Save memory") ? (int) (millis * 1.2) : millis;
      };

  /** Two of a hundred take half a second, and all others a little less. */
  private static final TargetModel FEW_VERY_SLOW =
      (request, second, random) -> {
        int millis = USUAL.answer(request, second, random);
        return random.nextInt(50) == 0 ? 500 : (int) (millis - 9);
      };

  private static final TargetModel FAILING =
      (request, second, random) -> {
        int millis = USUAL.answer(request, second, random);
        return request.equals("Open memory") && random.nextInt(20) == 0 ? -millis : millis;
      };

  @TempDir static Path folder;
  private static RunSeries nights;
  private static List<Run> accepted;
  private static BandSettings calibrated;

  @BeforeAll
  static void makeAcceptedRuns() {
    nights = new RunSeries(folder);
    accepted = nights.next(10, USUAL);
    calibrated = BandSettings.STANDARD.calibrated(RegressionChecks.calibrate(accepted));
  }

  private static Verdict judge(Run run, Earlier earlier) {
    return Gate.judge(run, List.of(), Validity.STANDARD, earlier);
  }

  private static Verdict judgeConfirmed(TargetModel target) {
    return judge(
        nights.next(target), Earlier.of(accepted, calibrated).confirmedBy(nights.next(3, target)));
  }

  @Test
  void twelveRunsOfUnchangedCodeDoNotFail() {
    List<Run> unchanged = nights.next(12, USUAL);
    for (int i = 3; i < unchanged.size(); i++) {
      Earlier earlier = Earlier.of(unchanged.subList(0, i), BandSettings.STANDARD);
      assertThat(judge(unchanged.get(i), earlier).result()).isEqualTo(Result.PASS);
      assertThat(judge(unchanged.get(i), Earlier.of(accepted, calibrated)).result())
          .isEqualTo(Result.PASS);
    }
    assertThat(judgeConfirmed(USUAL).result()).isEqualTo(Result.PASS);
  }

  @Test
  void oneRequestSlowedByAFifthFailsAndIsNamed() {
    Verdict verdict = judgeConfirmed(SAVES_SLOWER);

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.reasons())
        .anySatisfy(reason -> assertThat(reason).startsWith("Create memory / Save memory: p50 "));
    assertThat(verdict.checks())
        .filteredOn(check -> check.scope().request() != null && !check.scope().equals(SAVE))
        .isNotEmpty()
        .allMatch(check -> check.status() == Status.PASS);
  }

  @Test
  void aTailThatGrowsWhileTheMeanStaysFailsAtItsPercentile() {
    Verdict verdict = judgeConfirmed(FEW_VERY_SLOW);

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(check(verdict, Scope.EVERYTHING, "p99").status()).isEqualTo(Status.FAIL);
    assertThat(check(verdict, Scope.EVERYTHING, "mean").status()).isEqualTo(Status.PASS);
    assertThat(check(verdict, Scope.EVERYTHING, "p99").sentence())
        .as("all requests have their part of it")
        .doesNotContain("carried by");
  }

  @Test
  void moreErrorsFailAndTheirRequestIsNamed() {
    Verdict verdict = judgeConfirmed(FAILING);

    Check errors = check(verdict, Scope.EVERYTHING, "errors");
    assertThat(errors.status()).isEqualTo(Status.FAIL);
    assertThat(errors.sentence()).endsWith("; carried by Browse timeline / Open memory (100 %)");
  }

  @Test
  void aRunAboveTheBandWarnsPassesAndAsksForFreshRuns() {
    Verdict verdict = judge(nights.next(SAVES_SLOWER), Earlier.of(accepted, calibrated));

    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings()).isNotEmpty();
    assertThat(verdict.asksToConfirm()).isTrue();
    assertThat(verdict.isFitForHistory()).as("it enters marked").isTrue();
  }

  @Test
  void requestsThatAreOnlyReportedWarn() {
    BandSettings reporting = calibrated.withRequestsOnlyReported();
    Earlier earlier = Earlier.of(accepted, reporting).confirmedBy(nights.next(3, SAVES_SLOWER));

    Verdict verdict = judge(nights.next(SAVES_SLOWER), earlier);

    assertThat(check(verdict, SAVE, "p50").status()).isEqualTo(Status.WARN);
    assertThat(verdict.asksToConfirm()).isFalse();
  }

  @Test
  void theFirstRunsWithoutAnSloBeginAHistoryAndProveNothing() {
    Verdict verdict =
        judge(nights.next(USUAL), Earlier.of(accepted.subList(0, 2), BandSettings.STANDARD));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons())
        .singleElement()
        .asString()
        .startsWith("Baseline run 3 of 3: no SLO was given");
    assertThat(verdict.isFitForHistory()).isTrue();
    assertThat(verdict.checks())
        .filteredOn(check -> check.kind() == Kind.REGRESSION)
        .hasSize(5)
        .allMatch(check -> check.status() == Status.INSUFFICIENT)
        .allMatch(check -> check.sentence().endsWith(", 2 earlier runs to compare with, 3 needed"));
  }

  @Test
  void aRiseThatCouldNotBeFoundProvesNothingButTheRunMayHelpTheNext() {
    Earlier earlier = Earlier.of(accepted.subList(0, 3), BandSettings.STANDARD.detecting(0.05));

    Verdict verdict = judge(nights.next(USUAL), earlier);

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons().get(0))
        .contains(" would be found, and 5.0 % is asked for: calibrate, add earlier runs,");
    assertThat(verdict.isFitForHistory()).isTrue();
  }

  @Test
  void whatIsConfirmedFailsThoughOtherFiguresWereComparedLessCloselyThanAsked() {
    BandSettings exacting = calibrated.detecting(0.01);
    Earlier earlier = Earlier.of(accepted, exacting).confirmedBy(nights.next(3, SAVES_SLOWER));

    Verdict verdict = judge(nights.next(SAVES_SLOWER), earlier);

    assertThat(verdict.checks()).anyMatch(check -> check.status() == Status.INSUFFICIENT);
    assertThat(verdict.result()).isEqualTo(Result.FAIL);
  }

  @Test
  void creepIsHeldAgainstTheAnchor() {
    TargetModel crept =
        (request, second, random) -> (int) (1.15 * USUAL.answer(request, second, random));
    List<Run> latest = nights.next(6, crept);
    Earlier earlier = new Earlier(latest, accepted, nights.next(3, crept), calibrated);

    Check mean = check(judge(nights.next(crept), earlier), Scope.EVERYTHING, "mean");

    assertThat(mean.status()).isEqualTo(Status.FAIL);
    assertThat(mean.sentence()).contains(" the 10 runs of the anchor").contains("it crept");
  }

  @Test
  void aCheckShowsTheFigureBesideItsBandAndTheEarlierRuns() {
    Verdict verdict = judge(nights.next(USUAL), Earlier.of(accepted, calibrated));
    Check p95 = check(verdict, Scope.EVERYTHING, "p95");
    Comparison comparison = p95.comparison();

    assertThat(p95.id()).isEqualTo("regression/*/*/p95");
    assertThat(comparison.earlier()).hasSize(10);
    assertThat(comparison.calibrated()).isTrue();
    assertThat(p95.value()).isBetween(comparison.low(), comparison.high());
    assertThat(p95.limit()).isEqualTo(comparison.high());
    assertThat(comparison.detectable()).isGreaterThan(comparison.high());
  }

  @Test
  void whatThePlanAsksOfTheComparisonHolds() {
    Earlier earlier = Earlier.of(accepted, calibrated).as(new Regression(0.07, false));

    assertThat(earlier.settings()).isEqualTo(calibrated.detecting(0.07).withRequestsOnlyReported());
    assertThat(Earlier.of(accepted, calibrated).as(Regression.STANDARD).settings())
        .isEqualTo(calibrated);
  }

  @Test
  void calibratingNeedsEightRuns() {
    assertThatThrownBy(() -> RegressionChecks.calibrate(accepted.subList(0, 7)))
        .hasMessage("calibrating needs 8 runs of unchanged code; these are 7");
    assertThatThrownBy(() -> RegressionChecks.calibrate(List.of()))
        .hasMessage("calibrating needs 8 runs of unchanged code; these are 0");
  }

  private static Check check(Verdict verdict, Scope scope, String metric) {
    return verdict.checks().stream()
        .filter(check -> check.kind() == Kind.REGRESSION)
        .filter(check -> check.scope().equals(scope) && check.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
