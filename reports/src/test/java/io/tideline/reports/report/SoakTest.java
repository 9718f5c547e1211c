package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.Drift.Exhaustion;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.soak.Trend;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleSoak;
import io.tideline.reports.testkit.SampleSoak.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verdict says of days that never were, from their records to the sentence. */
class SoakTest {
  private static final double MIB = 1 << 20;

  @TempDir Path folder;

  private Run day(Shape shape) throws IOException {
    return new SampleSoak(24, 1, shape).run(folder.resolve("run"), DriftPlan.STANDARD);
  }

  private static Check check(Verdict verdict, String id) {
    return verdict.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " in " + verdict.checks()));
  }

  private static List<Check> trends(Verdict verdict) {
    return verdict.checks().stream().filter(check -> check.kind() == Kind.DRIFT).toList();
  }

  @Test
  void aHealthyDayWithItsCurvePasses() throws IOException {
    Verdict verdict = Gate.judge(day(SampleSoak.HEALTHY));

    assertThat(verdict.result()).as(verdict.reasons().toString()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings()).isEmpty();
    assertThat(trends(verdict))
        .extracting(Check::id)
        .containsExactly(
            "drift/heap after gc",
            "drift/metaspace",
            "drift/threads",
            "drift/open files",
            "drift/connections memories",
            "drift/gc time",
            "drift/all/p50",
            "drift/all/p99",
            "drift/Browse timeline/p50",
            "drift/Browse timeline/p99",
            "drift/Create memory/p50",
            "drift/Create memory/p99",
            "drift/all/throughput");
  }

  @Test
  void aLeakFailsAndTheTimeThatIsLeftIsRight() throws IOException {
    Verdict verdict = Gate.judge(day(SampleSoak.LEAKING));

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    Check heap = check(verdict, "drift/heap after gc");
    assertThat(heap.status()).isEqualTo(Status.FAIL);
    assertThat(heap.sentence())
        .contains("heap after gc leaks by ", " MiB an hour (", "its limit of 512 MiB in ");
    Trend trend = Objects.requireNonNull(heap.trend());
    assertThat(trend.drift().slope() / MIB).isCloseTo(6, within(0.6));
    Exhaustion left = Objects.requireNonNull(trend.exhaustion());
    double truth = (512 - 180 - 40 * 0.65 - 6 * 24) / 6;
    assertThat(left.hours()).isCloseTo(truth, within(0.25 * truth));
    assertThat(left.soonest()).isLessThan(left.hours());
    assertThat(left.latest()).isGreaterThan(left.hours());
    assertThat(trends(verdict)).filteredOn(check -> check.status() == Status.FAIL).hasSize(1);
  }

  @Test
  void aCacheThatFillsUpIsAWarningAndNoLeak() throws IOException {
    Verdict verdict = Gate.judge(day(SampleSoak.WARMING));

    assertThat(verdict.result()).as(verdict.reasons().toString()).isEqualTo(Result.PASS);
    Check heap = check(verdict, "drift/heap after gc");
    assertThat(heap.status()).isEqualTo(Status.WARN);
    assertThat(Objects.requireNonNull(heap.trend()).answer()).isEqualTo(Answer.CONVERGING);
    assertThat(verdict.warnings())
        .singleElement()
        .asString()
        .contains("grows ever more slowly", "a longer run would tell");
  }

  @Test
  void responseTimesThatDriftFail() throws IOException {
    Shape slower =
        new Shape() {
          @Override
          public double heap(double hour, double load) {
            return SampleSoak.HEALTHY.heap(hour, load);
          }

          @Override
          public double slower(double hour) {
            return 1 + 0.01 * hour;
          }
        };

    Verdict verdict = Gate.judge(day(slower));

    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(check(verdict, "drift/all/p50").sentence())
        .startsWith("All requests: p50 drifts by ");
    assertThat(Objects.requireNonNull(check(verdict, "drift/all/p50").value()))
        .isCloseTo(0.01 / 1.15, within(0.002));
    assertThat(check(verdict, "drift/heap after gc").status()).isEqualTo(Status.PASS);
  }

  private static Shape answering(double fromHour, double toHour) {
    return new Shape() {
      @Override
      public double heap(double hour, double load) {
        return SampleSoak.HEALTHY.heap(hour, load);
      }

      @Override
      public boolean answers(double hour) {
        return hour >= fromHour && hour < toHour;
      }
    };
  }

  @Test
  void aSourceThatWasAwayForMostOfTheRunIsNoPass() throws IOException {
    Verdict verdict = Gate.judge(day(answering(0, 13)));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(check(verdict, "drift/heap after gc").status()).isEqualTo(Status.INSUFFICIENT);
    assertThat(check(verdict, "drift/heap after gc").sentence())
        .matches("heap after gc: too little to tell, only \\d+ of \\d+ blocks of .* its source .*");
    assertThat(check(verdict, "drift/all/p50").status()).isEqualTo(Status.PASS);
  }

  @Test
  void aShortGapIsLeftOutAndNeverZero() throws IOException {
    Shape gap =
        new Shape() {
          @Override
          public double heap(double hour, double load) {
            return SampleSoak.HEALTHY.heap(hour, load);
          }

          @Override
          public boolean answers(double hour) {
            return hour < 10 || hour > 11.5;
          }
        };
    Verdict verdict = Gate.judge(day(gap));

    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(check(verdict, "drift/heap after gc").samples()).isBetween(60L, 68L);
  }

  @Test
  void aSourceThatNeverAnsweredIsNamed() throws IOException {
    Verdict verdict = Gate.judge(day(answering(-1, -1)));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(check(verdict, "drift/source//metrics").sentence())
        .startsWith("/metrics: told nothing in the whole run (no answer (ConnectException))");
  }

  @Test
  void whatHappensWhileAFaultIsInjectedDoesNotCount() throws IOException {
    Shape faulty =
        (hour, load) ->
            SampleSoak.HEALTHY.heap(hour, load)
                * (hour > 12 && hour < 15 ? 1.3 : hour > 18 && hour < 23 ? 1.6 : 1);
    Path run = new SampleSoak(24, 1, faulty).writeTo(folder.resolve("run"), DriftPlan.STANDARD);
    Check unmasked = check(Gate.judge(new ResultsFolder(run).read().run()), "drift/heap after gc");

    EventLog events = new EventLog(run.resolve("tideline").resolve(EventLog.FILE_NAME));
    long hour = 3_600_000_000_000L;
    events.append(new RunEvent(12 * hour, RunEvent.Kind.FAULT_START, 1, "disk full"));
    events.append(new RunEvent(15 * hour, RunEvent.Kind.FAULT_END, 1, "disk full"));
    events.append(new RunEvent(18 * hour, RunEvent.Kind.FAULT_START, 1, "slow network"));
    events.append(new RunEvent(23 * hour, RunEvent.Kind.FAULT_END, 1, "slow network"));
    Check masked = check(Gate.judge(new ResultsFolder(run).read().run()), "drift/heap after gc");

    assertThat(unmasked.samples()).isEqualTo(72);
    assertThat(Objects.requireNonNull(unmasked.value())).isGreaterThan(0.01);
    assertThat(masked.status()).isEqualTo(Status.PASS);
    assertThat(masked.samples()).isEqualTo(40);
    assertThat(Objects.requireNonNull(masked.value())).isLessThan(0.001);
  }

  @Test
  void aRunThatWasKilledIsInvalidAndStillTellsItsLeak() throws IOException {
    Path run =
        new SampleSoak(24, 1, SampleSoak.LEAKING)
            .writeTo(folder.resolve("run"), DriftPlan.STANDARD);
    cut(run.resolve("simulation.log"), 0.55);
    cut(run.resolve("tideline/resources.jsonl"), 0.6);
    cut(run.resolve("tideline/starts.log"), 0.55);

    Verdict verdict = Analysis.analyze(run).verdict();

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons().get(0)).startsWith("Run cut off: ");
    assertThat(verdict.reasons()).anyMatch(reason -> reason.contains("heap after gc leaks by "));
  }

  private static void cut(Path file, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (share * bytes.length)));
  }

  @Test
  void aRunThatEndedEarlySaysThatItIsTooShort() throws IOException {
    Run run = new SampleSoak(3, 1, SampleSoak.LEAKING).run(folder, DriftPlan.STANDARD);

    Verdict verdict = Gate.judge(run);

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(trends(verdict)).extracting(Check::id).containsExactly("drift/length");
    assertThat(verdict.reasons().get(0)).contains("9 blocks of 15 min, and 12 are needed");
  }

  @Test
  void aDayIn24MinutesGivesRatesPerHourOfThePlan() throws IOException {
    Run run =
        new SampleSoak(24, 60, SampleSoak.LEAKING).run(folder.resolve("run"), DriftPlan.STANDARD);

    Verdict verdict = Gate.judge(run);

    Check heap = check(verdict, "drift/heap after gc");
    assertThat(heap.status()).isEqualTo(Status.FAIL);
    assertThat(Objects.requireNonNull(heap.trend()).drift().slope() / MIB)
        .isCloseTo(6, within(0.9));
    assertThat(heap.sentence()).endsWith("Hours are the plan's, 60 to one by the clock");
  }

  @Test
  void anOwnLimitStandsForThatOfTheTargetAndWhatMayGrowIsNotAsked() throws IOException {
    DriftPlan standard = DriftPlan.STANDARD;
    DriftPlan own =
        new DriftPlan(
            standard.block(),
            standard.skip(),
            standard.level(),
            standard.growth(),
            null,
            java.util.Map.of("heap after gc", 400 * MIB),
            List.of("threads"),
            null);
    Run run = new SampleSoak(24, 1, SampleSoak.LEAKING).run(folder.resolve("run"), own);

    Verdict verdict = Gate.judge(run);

    assertThat(check(verdict, "drift/heap after gc").sentence()).contains("its limit of 400 MiB");
    assertThat(trends(verdict)).extracting(Check::metric).doesNotContain("threads");
  }

  @Test
  void historyNeverMakesTheRuleBlind() throws IOException {
    Run run = day(SampleSoak.LEAKING);
    Earlier earlier = Earlier.of(List.of(run, run, run), BandSettings.STANDARD);

    Verdict verdict = Gate.judge(run, List.of(), run.plan().validity(), earlier);

    Check heap = check(verdict, "drift/heap after gc");
    assertThat(heap.status()).isEqualTo(Status.FAIL);
    assertThat(Objects.requireNonNull(heap.trend()).drift().usual()).isNotNull();
  }

  @Test
  void aLeakStopsTheRunOnceTwoChecksInARowSeeItsLimitComeNear() throws IOException {
    DriftPlan standard = DriftPlan.STANDARD;
    DriftPlan tight =
        new DriftPlan(
            standard.block(),
            standard.skip(),
            standard.level(),
            standard.growth(),
            null,
            java.util.Map.of("heap after gc", 360 * MIB),
            List.of(),
            standard.look());
    Run run = new SampleSoak(24, 1, SampleSoak.LEAKING).run(folder.resolve("run"), tight);
    SoakLook look = new SoakLook();

    assertThat(look.at(run, 23)).isEmpty();
    assertThat(look.at(run, 23.5))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .startsWith(
                        "at hour 23.5 of the plan two looks on end found that heap after gc"));
  }

  @Test
  void aLeakWhoseLimitIsFarAwayIsLeftToTheEnd() throws IOException {
    Run run = day(SampleSoak.LEAKING);
    SoakLook look = new SoakLook();

    assertThat(look.at(run, 7)).isEmpty();
    assertThat(look.at(run, 7.5)).isEmpty();
  }

  @Test
  void aHealthyRunIsNotStopped() throws IOException {
    Run run = day(SampleSoak.HEALTHY);
    SoakLook look = new SoakLook();

    assertThat(look.at(run, 20)).isEmpty();
    assertThat(look.at(run, 24)).isEmpty();
  }
}
