package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Regression;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline and a candidate in turns. */
class PairedChecksTest {
  private static final TargetModel USUAL =
      (request, second, random) -> 100 + (int) (20 * random.nextDouble());
  private static final TargetModel SLOWER =
      (request, second, random) -> (int) (1.3 * USUAL.answer(request, second, random));

  private static final TargetModel SAVES_SLOWER =
      (request, second, random) ->
          (request.equals("Save memory") ? SLOWER : USUAL).answer(request, second, random);

  @TempDir static Path folder;
  private static RunSeries runs;
  private static int series;

  @BeforeAll
  static void begin() {
    runs = new RunSeries(folder);
  }

  private static Paired session(TargetModel candidate) {
    return session(runs, candidate);
  }

  private static Paired session(RunSeries runs, TargetModel candidate) {
    return new Paired(
        runs.next(USUAL), runs.next(candidate), runs.next(candidate), runs.next(USUAL));
  }

  private static Verdict judge(Paired session) {
    return Gate.judge(session, BandSettings.STANDARD);
  }

  @Test
  void aCandidateThatIsTheBaselinePasses() {
    Verdict verdict = judge(session(USUAL));
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.asksToConfirm()).isFalse();
    assertThat(verdict.checks()).anyMatch(check -> check.id().equals("paired/*/*/p95"));
  }

  @Test
  void aSlowerCandidateIsSuspectedAndFreshSessionsMakeItFail() {
    Paired session = session(SLOWER);
    Verdict suspected = judge(session);
    assertThat(suspected.result()).isEqualTo(Result.PASS);
    assertThat(suspected.asksToConfirm()).isTrue();

    Verdict confirmed = judge(session.confirmedBy(List.of(session(SLOWER), session(SLOWER))));
    assertThat(confirmed.result()).isEqualTo(Result.FAIL);
    Check p95 =
        confirmed.checks().stream()
            .filter(check -> check.id().equals("paired/*/*/p95"))
            .findFirst()
            .orElseThrow();
    assertThat(p95.status()).isEqualTo(Status.FAIL);
    assertThat(p95.sentence()).contains("above the baseline", "confirmed by 2 fresh runs");
    assertThat(p95.value()).isCloseTo(155, within(6.0));
    assertThat(p95.comparison().expected()).isCloseTo(119, within(5.0));
    assertThat(p95.comparison().ratio()).isCloseTo(1.3, within(0.05));
  }

  @Test
  void freshSessionsThatDoNotAgreeLetItPass() {
    Verdict verdict = judge(session(SLOWER).confirmedBy(List.of(session(USUAL), session(USUAL))));
    assertThat(verdict.result()).isEqualTo(Result.PASS);
  }

  @Test
  void aRiseThatCouldNotBeFoundProvesNothingWhenThePlanAsksForIt() {
    Verdict verdict = judge(session(asking(new Regression(0.02, true)), USUAL));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons().get(0)).contains(" would be found, and 2.0 % is asked for");
    assertThat(verdict.checks())
        .filteredOn(check -> check.status() == Status.INSUFFICIENT)
        .allMatch(check -> check.id().startsWith("paired/*/*/"));
  }

  @Test
  void aRiseThatWouldBeFoundLetsTheCandidatePass() {
    assertThat(judge(session(asking(new Regression(0.5, true)), USUAL)).result())
        .isEqualTo(Result.PASS);
  }

  @Test
  void aSlowerRequestOnlyWarnsWhenThePlanHasItSo() {
    RunSeries asking = asking(new Regression(null, false));

    Verdict verdict =
        judge(
            session(asking, SAVES_SLOWER)
                .confirmedBy(
                    List.of(session(asking, SAVES_SLOWER), session(asking, SAVES_SLOWER))));

    assertThat(statusOf(verdict, "paired/Create memory/Save memory/p50")).isEqualTo(Status.WARN);
    Verdict gated =
        judge(
            session(SAVES_SLOWER)
                .confirmedBy(List.of(session(SAVES_SLOWER), session(SAVES_SLOWER))));
    assertThat(statusOf(gated, "paired/Create memory/Save memory/p50")).isEqualTo(Status.FAIL);
  }

  private static Status statusOf(Verdict verdict, String id) {
    return verdict.checks().stream()
        .filter(check -> check.id().equals(id))
        .map(Check::status)
        .findFirst()
        .orElseThrow();
  }

  private static RunSeries asking(Regression regression) {
    return new RunSeries(folder.resolve("asking-" + ++series), regression);
  }
}
