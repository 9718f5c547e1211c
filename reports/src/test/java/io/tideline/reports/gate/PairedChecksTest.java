package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

  @TempDir static Path folder;
  private static RunSeries runs;

  @BeforeAll
  static void begin() {
    runs = new RunSeries(folder);
  }

  private static Paired session(TargetModel candidate) {
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
}
