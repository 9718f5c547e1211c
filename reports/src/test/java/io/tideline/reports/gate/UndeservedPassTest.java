package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.SloText;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.History;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.Past;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.LogEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tries to get a PASS that nothing supports. */
class UndeservedPassTest {
  private static final List<Slo> ERRORS = List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01));

  @TempDir Path folder;
  private int runs;

  /** Requests by name; of each so many, so many of which fail. */
  private Run run(String scenario, Map<String, int[]> requests) throws Exception {
    Path own = folder.resolve("run-" + runs++);
    Files.createDirectories(own);
    LogEncoder log =
        new LogEncoder("3.15.1", 1_790_000_000_000L + runs * 86_400_000L, List.of(scenario));
    log.user(0, true, 0);
    for (Map.Entry<String, int[]> each : requests.entrySet()) {
      for (int i = 0; i < each.getValue()[0]; i++) {
        int start = i * 10;
        String failure = i < each.getValue()[1] ? "500" : "";
        log.request(List.of(each.getKey()), start, start + 20 + i % 7, failure);
      }
    }
    log.user(0, false, 10_000);
    Files.write(own.resolve("simulation.log"), log.bytes());
    return new ResultsFolder(own).read().run();
  }

  private Run shop(int open, int buy) throws Exception {
    Map<String, int[]> requests = new TreeMap<>();
    requests.put("Open", new int[] {open, 0});
    requests.put("Buy", new int[] {buy, 0});
    return run("Shop", requests);
  }

  private List<Run> baseline(int count) throws Exception {
    List<Run> accepted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      accepted.add(shop(800, 200));
    }
    return accepted;
  }

  private static Verdict beside(Run run, List<Run> accepted, List<Slo> slos) {
    return Gate.judge(run, slos, Validity.STANDARD, Earlier.of(accepted, BandSettings.STANDARD));
  }

  @Test
  void aRunOfWhichNothingIsAskedProvesNothing() throws Exception {
    Verdict verdict = Gate.judge(shop(800, 200));

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons()).singleElement().asString().startsWith("Nothing was asked: ");
    assertThat(verdict.lacksOnlyQuestions()).isTrue();
  }

  @Test
  void aRunWithoutARequestProvesNothing() throws Exception {
    assertThat(Gate.judge(run("Shop", Map.of()), ERRORS, Validity.STANDARD).result())
        .isEqualTo(Result.INVALID);
  }

  @Test
  void oneRequestProvesNothing() throws Exception {
    Run one = run("Shop", Map.of("Open", new int[] {1, 0}));

    Verdict verdict = Gate.judge(one, ERRORS, Validity.STANDARD);

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons().get(0)).contains("it takes 100 requests to tell that");
  }

  @Test
  void aFewRequestsProveNeitherAMeanNorAMaximum() throws Exception {
    for (Metric metric : List.of(Metric.MEAN, Metric.MAX)) {
      Slo generous = new Slo(Scope.EVERYTHING, metric, 300);
      Run few = run("Shop", Map.of("Open", new int[] {9, 0}));
      Run enough = run("Shop", Map.of("Open", new int[] {10, 0}));
      Slo tight = new Slo(Scope.EVERYTHING, metric, 5);

      assertThat(Gate.judge(few, List.of(generous), Validity.STANDARD).result())
          .isEqualTo(Result.INVALID);
      assertThat(Gate.judge(enough, List.of(generous), Validity.STANDARD).result())
          .isEqualTo(Result.PASS);
      assertThat(Gate.judge(few, List.of(tight), Validity.STANDARD).result())
          .isEqualTo(Result.FAIL);
    }
  }

  /** A limit on errors needs so many requests that a target which breaks it would show one. */
  @Test
  void aLimitOnErrorsAsksForItsNumberOfRequests() throws Exception {
    for (double limit : new double[] {0.05, 0.01, 0.002}) {
      Slo slo = new Slo(new Scope(null, "Buy", null), Metric.ERRORS, limit);
      int least = (int) Math.round(1 / limit);
      for (int count : new int[] {least - 1, least}) {
        Run run = shop(2_000, count);
        assertThat(Gate.judge(run, List.of(slo), Validity.STANDARD).result())
            .as(limit + " of " + count)
            .isEqualTo(count < least ? Result.INVALID : Result.PASS);
      }
    }
  }

  @Test
  void aComparisonOfNextToNoRequestsIsNoAnswer() throws Exception {
    List<Run> accepted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      accepted.add(run("Shop", Map.of("Open", new int[] {2, 0})));
    }
    Run two = run("Shop", Map.of("Open", new int[] {2, 0}));

    assertThat(beside(two, accepted, List.of()).reasons())
        .singleElement()
        .asString()
        .startsWith("Nothing was answered: ");
  }

  /** Plans and verdicts of earlier versions may hold such limits. */
  @Test
  void anSloThatNothingCanBreakIsNoAnswerAndSaysSo() throws Exception {
    Slo all = new Slo(Scope.EVERYTHING, Metric.ERRORS, 1);
    Slo endless = new Slo(Scope.EVERYTHING, Metric.P95, 3_000_000);

    assertThat(Gate.judge(shop(800, 200), List.of(all), Validity.STANDARD).reasons())
        .containsExactly(
            "Nothing was asked that could fail: no more than 100 % of requests can fail; promise"
                + " less, for example --slo 'p95 = 300 ms, errors = 1 %'");
    assertThat(Gate.judge(shop(800, 200), List.of(endless), Validity.STANDARD).reasons())
        .singleElement()
        .asString()
        .startsWith(
            "Nothing was asked that could fail: in a run of 10 s no request can take longer");
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Slo(Scope.EVERYTHING, Metric.ERRORS, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRunInWhichNothingSucceededIsNeverABaselineRun() throws Exception {
    Run failed = run("Shop", Map.of("Open", new int[] {2_000, 2_000}));
    History history = new History(folder.resolve("history"));
    for (int i = 0; i < 2; i++) {
      Past past = Past.of(failed, history, BandSettings.STANDARD);
      Analysis analysis = Analysis.of(failed, folder.resolve("out")).against(past.earlier());
      assertThat(analysis.verdict().result()).isEqualTo(Result.INVALID);
      assertThat(past.keep(analysis)).isEmpty();
    }
    assertThat(history.shelfOf(failed).read().runs()).isEmpty();
  }

  @Test
  void aHistoryBeginsWithoutAnSloAndGivesAVerdictFromTheFourthRunOn() throws Exception {
    History history = new History(folder.resolve("history"));
    for (int i = 1; i <= 3; i++) {
      Run run = shop(800, 200);
      Past past = Past.of(run, history, BandSettings.STANDARD);
      Analysis analysis = Analysis.of(run, folder.resolve("out")).against(past.earlier());
      assertThat(analysis.verdict().reasons())
          .singleElement()
          .asString()
          .startsWith("Baseline run " + i + " of 3: ");
      assertThat(past.keep(analysis)).isPresent();
    }
    Run fourth = shop(800, 200);
    Past past = Past.of(fourth, history, BandSettings.STANDARD);
    Analysis analysis = Analysis.of(fourth, folder.resolve("out")).against(past.earlier());
    assertThat(analysis.verdict().result()).isEqualTo(Result.PASS);
  }

  @Test
  void aKeyRequestThatIsGoneProvesNothing() throws Exception {
    Run renamed = run("Shop", Map.of("Open", new int[] {800, 0}, "Order", new int[] {200, 0}));

    Verdict verdict = beside(renamed, baseline(3), ERRORS);

    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons().get(0))
        .contains("not in this one: Buy", "new, and compared with nothing: Order")
        .contains("history epoch");
  }

  @Test
  void aMinorRequestThatIsGoneIsAWarningAndTheRunStaysABaselineRun() throws Exception {
    List<Run> accepted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      accepted.add(shop(990, 10));
    }
    Run without = run("Shop", Map.of("Open", new int[] {990, 0}));

    Verdict verdict = beside(without, accepted, ERRORS);

    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings()).anyMatch(warning -> warning.contains("not in this one: Buy"));
    assertThat(verdict.isFitForHistory()).isTrue();
    List<Slo> named = List.of(new Slo(new Scope(null, "Buy", null), Metric.ERRORS, 0.01));
    assertThat(beside(without, accepted, named).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void whatIsGatedAgainstAnotherSimulationsHistoryIsNotCompared() throws Exception {
    History history = new History(folder.resolve("history"));
    for (Run each : baseline(4)) {
      history.shelfOf(each).accept(each);
    }
    Run browse = run("Browse", Map.of("Open", new int[] {1_000, 0}));

    assertThat(history.shelfOf(browse).read().runs()).isEmpty();
    assertThat(history.shelfOf(shop(800, 200)).read().runs()).hasSize(4);
  }

  @Test
  void sharesNeedAUnitAndSlosCanBeBroken() {
    for (String wrong :
        List.of(
            "errors = 1",
            "errors = 0.5",
            "errors = \"1\"",
            "errors = 100",
            "errors = 100 %",
            "errors = 250 %",
            "errors = -1 %",
            "p95 = 48 h",
            "p99 = 0 ms")) {
      assertThatThrownBy(() -> SloText.parse(List.of(wrong)))
          .as(wrong)
          .hasMessageContaining("write for example");
    }
    assertThat(SloText.parse(List.of("errors = 0.5 %")).get(0).limit())
        .isCloseTo(0.005, within(1e-9));
    assertThat(SloText.parse(List.of("errors = 0 %")).get(0).limit()).isZero();
    assertThat(SloText.parse(List.of("errors = 99.9 %")).get(0).limit())
        .isCloseTo(0.999, within(1e-9));
  }

  /**
   * Random runs, histories and SLOs of which something is missing: whoever passes has an answer to
   * at least one question, and made every key request of its baseline.
   */
  @Test
  void noRandomRunPassesWithoutAnAnswer() throws Exception {
    SplittableRandom random = new SplittableRandom(20_261_201);
    List<Run> shop = baseline(5);
    int passed = 0;
    for (int i = 0; i < 150; i++) {
      Map<String, int[]> requests = new TreeMap<>();
      for (String name : List.of("Open", "Buy", "Pay")) {
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 8 : 900);
        int failed = random.nextInt(4) == 0 ? count : 0;
        requests.put(name, new int[] {count, failed});
      }
      Run run = run(random.nextBoolean() ? "Shop" : "Other", requests);
      List<Slo> slos = random.nextBoolean() ? List.of() : ERRORS;
      List<Run> accepted = shop.subList(0, random.nextInt(6));

      Verdict verdict =
          random.nextBoolean()
              ? Gate.judge(run, slos, Validity.STANDARD)
              : beside(run, accepted, slos);

      if (verdict.result() == Result.PASS) {
        passed++;
        assertThat(run.pool(Scope.EVERYTHING).ok()).isPositive();
        assertThat(run.pool(Scope.EVERYTHING).requests())
            .isGreaterThanOrEqualTo(slos.isEmpty() ? 10 : 100);
        assertThat(verdict.checks())
            .anyMatch(
                check -> check.kind() != Check.Kind.VALIDITY && check.status() == Status.PASS);
        if (verdict.checks().stream().anyMatch(check -> check.kind() == Check.Kind.REGRESSION)
            && !accepted.isEmpty()) {
          assertThat(requests.get("Open")[0]).isPositive();
          assertThat(requests.get("Buy")[0]).isPositive();
        }
      }
    }
    assertThat(passed).isPositive();
  }
}
