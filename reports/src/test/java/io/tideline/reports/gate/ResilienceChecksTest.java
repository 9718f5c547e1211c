package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Resilience;
import io.tideline.engine.plan.Resilience.Window;
import io.tideline.engine.plan.Resilience.WindowSlo;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.SampleFaults;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResilienceChecksTest {
  @TempDir Path folder;

  @BeforeEach
  void aTargetWithAllItsProtections() throws Exception {
    write(SampleFaults.PROTECTED);
  }

  private void write(TargetModel target) throws Exception {
    SampleFaults.write(folder, target, SampleFaults.promises());
  }

  private Verdict judged() throws Exception {
    return Gate.judge(new ResultsFolder(folder).read().run());
  }

  private static Check check(Verdict verdict, String id) {
    return verdict.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is none of " + ids(verdict)));
  }

  private static List<String> ids(Verdict verdict) {
    return verdict.checks().stream().map(Check::id).toList();
  }

  private static List<String> failing(Verdict verdict) {
    return verdict.checks().stream()
        .filter(check -> check.status() != Status.PASS)
        .map(Check::id)
        .toList();
  }

  @Test
  void aTargetThatCopesPasses() throws Exception {
    Verdict verdict = judged();

    assertThat(failing(verdict)).isEmpty();
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(ids(verdict))
        .contains(
            "validity/faults/began",
            "validity/faults/ended",
            "validity/before",
            "validity/before/*/*/*/p95",
            "resilience/during/primary killed/*/*/errors",
            "resilience/after/primary killed/*/*/errors",
            "resilience/recovery/primary killed",
            "resilience/after",
            "resilience/longest-call",
            "resilience/shedding/within",
            "resilience/amplification/primary killed",
            "resilience/breaker/primary killed/opens",
            "resilience/breaker/primary killed/closes",
            "resilience/breaker/primary killed/probes",
            "resilience/writes/lost",
            "resilience/writes/duplicated");
  }

  @Test
  void aWindowWithTooFewRequestsForItsLimitProvesNothing() throws Exception {
    List<WindowSlo> slos =
        Stream.of(Metric.ERRORS, Metric.MEAN)
            .map(metric -> new Slo(Scope.EVERYTHING, metric, metric == Metric.MEAN ? 1e4 : 1e-4))
            .map(slo -> new WindowSlo(Window.AFTER, null, slo, null))
            .toList();
    Resilience all = SampleFaults.promises();
    SampleFaults.write(
        folder,
        SampleFaults.PROTECTED,
        new Resilience(
            all.recoveryWithin(), null, null, null, null, all.writes(), all.steady(), slos));

    Check errors = check(judged(), "resilience/after/primary killed/*/*/errors");

    assertThat(errors.status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(errors.sentence()).contains("it takes 10,000 requests to tell that");
    assertThat(check(judged(), "resilience/after/primary killed/*/*/mean").status())
        .isEqualTo(Status.PASS);
  }

  @Test
  void aTargetThatComesBackTooLateFailsByItsRecovery() throws Exception {
    write(SampleFaults.failing(50));

    Check check = check(judged(), "resilience/recovery/primary killed");

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.value()).isBetween(15.0, 16.0);
    assertThat(check.sentence()).contains("at most 5 s promised");
  }

  @Test
  void aTargetThatNeverComesBackFailsAndNamesWhatIsMissing() throws Exception {
    write(SampleFaults.failing(1_000));

    Verdict verdict = judged();

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(check(verdict, "resilience/recovery/primary killed").sentence())
        .contains("not itself again in the 40 s after it", "failover");
    assertThat(check(verdict, "resilience/after").status()).isEqualTo(Status.FAIL);
    assertThat(check(verdict, "resilience/after/primary killed/*/*/errors").sentence())
        .endsWith("1 % promised; missing, or not enough: retries");
    assertThat(check(verdict, "resilience/during/primary killed/*/*/errors").sentence())
        .as("what is kept names nothing")
        .doesNotContain("missing");
  }

  @Test
  void aCallThatHangsFailsForWantOfATimeout() throws Exception {
    write((request, at, random) -> at >= SampleFaults.START && at < SampleFaults.END ? -9_000 : 20);

    Check check = check(judged(), "resilience/longest-call");

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.value()).isEqualTo(9_000);
    assertThat(check.scope().request()).isNotNull();
    assertThat(check.sentence()).contains("a timeout is missing");
  }

  @Test
  void attemptsThatMultiplyFailForWantOfABound() throws Exception {
    SampleFaults.attempts(folder, 40);

    Check check = check(judged(), "resilience/amplification/primary killed");

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.sentence()).contains("retries have no bound");
  }

  @Test
  void aBreakerThatNeverOpensFails() throws Exception {
    Files.writeString(folder.resolve("tideline").resolve("transitions.json"), "[]");

    Check check = check(judged(), "resilience/breaker/primary killed/opens");

    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.sentence()).contains("it is missing");
  }

  @Test
  void aBreakerThatOpensOrClosesTooLateFails() throws Exception {
    SampleFaults.transitions(folder, SampleFaults.START + 4, SampleFaults.END + 6);

    Verdict verdict = judged();

    assertThat(check(verdict, "resilience/breaker/primary killed/opens").value()).isEqualTo(4);
    assertThat(check(verdict, "resilience/breaker/primary killed/closes").value()).isEqualTo(6);
    assertThat(failing(verdict))
        .containsExactly(
            "resilience/breaker/primary killed/opens", "resilience/breaker/primary killed/closes");
  }

  @Test
  void whereNoListTellsAMetricDoesAndEverySentenceSaysSo() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.sampledBreaker());
    SampleFaults.openBreaker(folder, SampleFaults.START + 2, SampleFaults.END + 3);

    Verdict verdict = judged();

    Check opens = check(verdict, "resilience/breaker/primary killed/opens");
    assertThat(opens.status()).isEqualTo(Status.PASS);
    assertThat(opens.value()).isEqualTo(2);
    assertThat(opens.sentence()).endsWith("what is shorter than its interval is missed)");
    assertThat(check(verdict, "resilience/breaker/primary killed/closes").value()).isEqualTo(3);
  }

  @Test
  void aMetricThatSaysThatTheBreakerStayedClosedFails() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, SampleFaults.sampledBreaker());
    SampleFaults.openBreaker(folder, 0, 0);

    assertThat(check(judged(), "resilience/breaker/primary killed/opens").status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void lostAndDuplicatedWritesFailWithExamples() throws Exception {
    SampleFaults.writes(folder, 2, 1);

    Verdict verdict = judged();

    assertThat(check(verdict, "resilience/writes/lost").sentence())
        .startsWith("2 of 100 acknowledged writes lost, at most 0 promised");
    assertThat(check(verdict, "resilience/writes/duplicated").status()).isEqualTo(Status.FAIL);
  }

  @Test
  void writesThatNobodyLookedUpProveNothing() throws Exception {
    Files.delete(folder.resolve("tideline").resolve("writes.json"));

    assertThat(judged().result()).isEqualTo(Result.INVALID);
  }

  @Test
  void aFaultThatNeverEndedProvesNothing() throws Exception {
    SampleFaults.events(folder, null);

    Verdict verdict = judged();

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(check(verdict, "validity/faults/ended").sentence())
        .contains("primary killed: nothing says that it was put back");
  }

  @Test
  void aFaultThatNeverBeganProvesNothing() throws Exception {
    Files.delete(folder.resolve("tideline").resolve("events.jsonl"));

    Verdict verdict = judged();

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(check(verdict, "validity/faults/began").sentence()).contains("primary killed");
  }

  @Test
  void aTargetThatWasNotWellBeforeProvesNothing() throws Exception {
    write((request, at, random) -> at < SampleFaults.START ? 100 : 20);

    Verdict verdict = judged();

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(check(verdict, "validity/before/*/*/*/p95").status()).isEqualTo(Status.FAIL);
  }

  @Test
  void withoutPromisesNothingIsAsked() throws Exception {
    SampleFaults.write(folder, SampleFaults.PROTECTED, null);

    assertThat(ids(judged())).noneMatch(id -> id.startsWith("resilience"));
  }

  @Test
  void whatIsNotPromisedIsNotChecked() throws Exception {
    Resilience all = SampleFaults.promises();
    SampleFaults.write(
        folder,
        SampleFaults.PROTECTED,
        new Resilience(
            all.recoveryWithin(),
            null,
            null,
            null,
            null,
            Resilience.Writes.ANY,
            all.steady(),
            List.of()));

    assertThat(ids(judged()).stream().filter(id -> id.startsWith("resilience")))
        .containsExactly("resilience/recovery/primary killed", "resilience/after");
  }
}
