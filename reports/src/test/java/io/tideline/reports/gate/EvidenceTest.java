package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.History;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.Past;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.PlainRun;
import io.tideline.reports.testkit.PlainRun.Step;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.testkit.SampleSoak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries each way to a PASS with what it rests on taken away. */
class EvidenceTest {
  private static final Slo ERRORS = new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01);
  private static final List<Slo> SLOS = List.of(ERRORS);
  private static final List<Step> SHOP =
      List.of(Step.of("Open", 40), Step.of("Search", 90).oneIn(2), Step.of("Pay", 70).oneIn(40));

  @TempDir Path folder;
  private PlainRun plain;
  private History history;

  @BeforeEach
  void begin() {
    plain = new PlainRun(folder.resolve("plain"));
    history = new History(folder.resolve("history"));
  }

  private List<Run> open(int count) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(plain.open("Shop", 1_000, 60, SHOP));
    }
    return runs;
  }

  private static Verdict beside(Run run, List<Run> accepted, List<Slo> slos) {
    return Gate.judge(run, slos, Validity.STANDARD, Earlier.of(accepted, BandSettings.STANDARD));
  }

  private static Check check(Verdict verdict, String id) {
    return verdict.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " in " + verdict.checks()));
  }

  private static void assertProvesNothing(Verdict verdict, String why) {
    assertThat(verdict.result()).as(verdict.checks().toString()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons()).anyMatch(reason -> reason.contains(why));
    assertThat(verdict.isFitForHistory()).isFalse();
  }

  private Run planned(List<Phase> phases, List<Slo> slos) throws IOException {
    Plan plan = SampleRun.plan(20, phases, slos);
    Path run = folder.resolve("planned");
    return new ResultsFolder(SampleRun.of(plan, SampleRun.HEALTHY, Duration.ZERO).writeTo(run))
        .read()
        .run();
  }

  @Test
  void onlyAWarmUpProvesNothing() throws IOException {
    List<Phase> phases =
        List.of(SampleRun.phase("warm-up", 30, true, 1), SampleRun.phase("day", 30, false, 0));
    assertProvesNothing(Gate.judge(planned(phases, SLOS)), "No user arrived outside the warm-up");
  }

  @Test
  void phasesOfWhichNoneHasALoadProveNothing() throws IOException {
    List<Phase> phases =
        List.of(
            SampleRun.phase("one", 10, false, 0),
            SampleRun.phase("two", 10, false, 0.000_1),
            SampleRun.phase("three", 10, false, 0));
    assertThat(Gate.judge(planned(phases, SLOS)).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void aJourneyWhoseUsersMadeNoRequestIsNamed() throws IOException {
    Plan plan = SampleRun.plan(20, List.of(SampleRun.phase("day", 30, false, 1)), SLOS);
    Path run = folder.resolve("silent");
    SampleRun.of(plan, SampleRun.HEALTHY, Duration.ZERO).writeTo(run);
    Run whole = new ResultsFolder(run).read().run();
    assertThat(Gate.judge(whole).warnings()).isEmpty();
    Run silent =
        RunReader.read(
            Files.writeString(
                folder.resolve("silent.json"), without("Create memory", RunJson.text(whole))));
    assertThat(Gate.judge(silent).warnings())
        .anyMatch(warning -> warning.contains("no request of their journey: Create memory"));
  }

  private static String without(String journey, String text) throws IOException {
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(text);
    Iterator<JsonNode> rows = json.withArray("requests").elements();
    while (rows.hasNext()) {
      if (rows.next().path("journey").asText().equals(journey)) {
        rows.remove();
      }
    }
    return json.toString();
  }

  @Test
  void anSloOnAPhaseWithoutALoadIsNotAnswered() throws IOException {
    List<Phase> phases =
        List.of(SampleRun.phase("day", 30, false, 1), SampleRun.phase("rush", 10, false, 0));
    Slo rush = new Slo(new Scope(null, null, "rush"), Metric.ERRORS, 0.01);
    assertThat(Gate.judge(planned(phases, List.of(ERRORS, rush))).result())
        .isEqualTo(Result.INVALID);
  }

  @Test
  void checksThatAreAllUnansweredProveNothing() {
    List<Slo> slos =
        List.of(
            new Slo(Scope.EVERYTHING, Metric.P999, 1_000),
            new Slo(new Scope("Nowhere", null, null), Metric.ERRORS, 0.01),
            new Slo(new Scope(null, "Never", null), Metric.MEAN, 100));
    Run run = plain.open("Shop", 200, 20, SHOP);
    assertThat(Gate.judge(run, slos, Validity.STANDARD).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void aResponseTimeThatNoRequestOfTheRunCanHaveHadIsNoPromise() {
    Run run = plain.open("Shop", 1_000, 60, SHOP);
    Slo endless = new Slo(Scope.EVERYTHING, Metric.P95, 70_000);
    assertProvesNothing(
        Gate.judge(run, List.of(endless), Validity.STANDARD),
        "Nothing was asked that could fail: in a run of 60 s");
    assertThat(Gate.judge(run, List.of(endless, ERRORS), Validity.STANDARD).result())
        .isEqualTo(Result.PASS);
  }

  @Test
  void aSoakWithoutItsRecordOfResourcesProvesNothing() throws IOException {
    Path run =
        new SampleSoak(24, 60, SampleSoak.HEALTHY)
            .writeTo(folder.resolve("soak"), DriftPlan.STANDARD);
    Files.delete(run.resolve("tideline/resources.jsonl"));
    Verdict verdict = Gate.judge(new ResultsFolder(run).read().run());
    assertProvesNothing(verdict, "there is no record of what they said");
  }

  @Test
  void aBaselineOfRunsThatAreTooSmallIsNoBaseline() {
    List<Run> small = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      small.add(plain.open("Shop", 3, 3, List.of(Step.of("Open", 40).failing(1))));
    }
    Run run = plain.open("Shop", 3, 3, List.of(Step.of("Open", 40).failing(1)));
    assertThat(beside(run, small, List.of()).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void aRunMostOfWhichFailedIsNotPassedByWhatIsLeft() {
    List<Step> failing = SHOP.stream().map(step -> step.failing(0.99)).toList();
    Run run = plain.open("Shop", 1_000, 60, failing);
    Verdict verdict = beside(run, open(5), List.of());
    assertProvesNothing(verdict, "Nothing compares p95, p99");
    assertThat(beside(run, open(5), SLOS).result()).isEqualTo(Result.FAIL);
  }

  @Test
  void aJourneyWithAnotherNameIsGone() {
    List<Step> usual = SHOP.stream().map(step -> step.in("Buy")).toList();
    List<Step> other = SHOP.stream().map(step -> step.in("Purchase")).toList();
    List<Run> accepted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      accepted.add(plain.open("Shop", 1_000, 60, usual));
    }
    assertProvesNothing(
        beside(plain.open("Shop", 1_000, 60, other), accepted, SLOS),
        "In all baseline runs and not in this one: Buy / Open, Buy / Search, Buy / Pay; new, and"
            + " compared with nothing: Purchase / Open");
  }

  @Test
  void aRequestThatIsHardlyMadeAnyMoreIsAsGoodAsGone() {
    List<Step> rare = List.of(SHOP.get(0), Step.of("Search", 90).oneIn(100), SHOP.get(2));
    assertProvesNothing(
        beside(plain.open("Shop", 1_000, 60, rare), open(3), SLOS),
        "Far more often in all baseline runs: Search (");
  }

  @Test
  void whatAlwaysFailedInTheBaselineTooIsSaid() {
    List<Step> broken = List.of(SHOP.get(0), SHOP.get(1), SHOP.get(2).failing(1));
    List<Run> accepted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      accepted.add(plain.open("Shop", 1_000, 60, broken));
    }
    Verdict verdict = beside(plain.open("Shop", 1_000, 60, broken), accepted, List.of());
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings())
        .anyMatch(warning -> warning.startsWith("Requests that never succeeded: Pay ("));
    assertThat(verdict.headline()).isNotEqualTo("PASS");
  }

  @Test
  void whatMayBeMissingByChanceIsAWarning() {
    List<Step> seldom = List.of(Step.of("Open", 40), Step.of("Pay", 70).oneIn(10));
    List<Run> accepted = new ArrayList<>();
    while (accepted.size() < 3) {
      Run run = plain.open("Shop", 30, 20, seldom);
      if (run.pool(new Scope(null, "Pay", null)).requests() > 0) {
        accepted.add(run);
      }
    }
    List<Slo> slos = List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.1));
    Verdict verdict = beside(plain.open("Shop", 30, 20, seldom.subList(0, 1)), accepted, slos);
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings()).anyMatch(warning -> warning.contains("not in this one: Pay"));
    List<Step> renamed = List.of(seldom.get(0), Step.of("Order", 70));
    assertThat(beside(plain.open("Shop", 30, 20, renamed), accepted, slos).result())
        .isEqualTo(Result.INVALID);
  }

  @Test
  void aTargetThatDiesFailsAndIsNotExcusedByTheRequestsThatItTookAway() {
    List<Step> dead = List.of(SHOP.get(0).failing(1));
    assertThat(beside(plain.open("Shop", 1_000, 60, dead), open(3), SLOS).result())
        .isEqualTo(Result.FAIL);
    Slo slow = new Slo(Scope.EVERYTHING, Metric.P95, 10);
    assertThat(
            beside(
                    plain.open("Shop", 1_000, 60, SHOP.subList(0, 1)),
                    open(3),
                    List.of(ERRORS, slow))
                .result())
        .isEqualTo(Result.FAIL);
  }

  @Test
  void aNewRequestIsNamedOnceAndKeepsNoRunOut() {
    List<Step> more = new ArrayList<>(SHOP);
    more.add(Step.of("Rate", 30));
    List<Run> accepted = new ArrayList<>(open(3));
    Run first = plain.open("Shop", 1_000, 60, more);
    Verdict verdict = beside(first, accepted, SLOS);
    assertThat(verdict.warnings()).anyMatch(w -> w.contains("compared with nothing: Rate"));
    assertThat(verdict.isFitForHistory()).isTrue();
    accepted.add(first);
    assertThat(
            check(
                    beside(plain.open("Shop", 1_000, 60, more), accepted, SLOS),
                    "validity/baseline-requests")
                .status())
        .isEqualTo(Status.PASS);
  }

  @Test
  void anSloOnARequestOfAnotherJourneyMakesNoKeyOfItsNamesake() {
    List<Step> both =
        List.of(
            SHOP.get(0).in("A"),
            Step.of("Pay", 70).in("A"),
            SHOP.get(2).in("B"),
            Step.of("See", 10).in("B"));
    List<Step> without = List.of(both.get(0), both.get(1), both.get(3));
    List<Run> accepted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      accepted.add(plain.open("Shop", 1_000, 60, both));
    }
    Slo payOfA = new Slo(new Scope("A", "Pay", null), Metric.ERRORS, 0.01);
    Verdict verdict =
        beside(plain.open("Shop", 1_000, 60, without), accepted, List.of(ERRORS, payOfA));
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings()).anyMatch(warning -> warning.contains("B / Pay"));
  }

  /** A slower target must not look like another load, or nothing would compare it. */
  @ParameterizedTest
  @ValueSource(doubles = {1.3, 2, 5})
  void theSameLoadIsComparedHoweverSlowTheTarget(double factor) throws IOException {
    List<Step> slower = SHOP.stream().map(step -> step.slower(factor)).toList();
    List<Step> long1 = List.of(Step.of("Work", 900));
    List<Step> long2 = List.of(Step.of("Work", 900).slower(factor));
    Run[][] pairs = {
      {plain.open("Open", 600, 60, SHOP), plain.open("Open", 600, 60, slower)},
      {plain.open("At once", 600, 0, long1), plain.open("At once", 600, 0, long2)},
      {plain.closed("Closed", 20, 60, long1), plain.closed("Closed", 20, 60, long2)},
      {plain.open("Ramp", 60, 30, long1), plain.open("Ramp", 60, 30, long2)},
    };
    for (Run[] pair : pairs) {
      assertThat(pair[0].fingerprint().differences(pair[1].fingerprint())).isEmpty();
      history.shelfOf(pair[0]).accept(pair[0]);
      assertThat(history.shelfOf(pair[1]).read().runs()).hasSize(1);
    }
  }

  @Test
  void anotherLoadIsNotComparedAndThatIsSaid() throws IOException {
    List<Step> work = List.of(Step.of("Work", 300));
    Run usual = plain.open("Shop", 1_000, 60, work);
    for (Run other :
        List.of(
            plain.open("Shop", 2_000, 60, work),
            plain.open("Shop", 400, 60, work),
            plain.open("Shop", 1_000, 20, work),
            plain.open("Shop", 1_000, 0, work),
            plain.open("Shop", 1_000, 120, work),
            plain.shaped("Shop", 1_000, 60, 4, work),
            plain.shaped("Shop", 1_000, 60, 0.25, work),
            plain.closed("Shop", 20, 60, work))) {
      assertThat(usual.fingerprint().differences(other.fingerprint()))
          .as(other.fingerprint().json().toString())
          .singleElement()
          .asString()
          .startsWith("load: 1,000 users in 60 s and ");
    }
    history.shelfOf(usual).accept(usual);
    Run twice = plain.open("Shop", 2_000, 60, work);
    Past past = Past.of(twice, history, BandSettings.STANDARD);
    Verdict verdict = Gate.judge(twice, SLOS, Validity.STANDARD, past.earlier());
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings())
        .anyMatch(
            warning ->
                warning.startsWith("1 accepted run of this simulation had another load")
                    && warning.contains("1,000 users in 60 s and 2,000 users in 60 s"));
  }

  @Test
  void aLoadIsTheSameWithinChance() {
    Run usual = plain.open("Shop", 100, 30, SHOP);
    for (Run other :
        List.of(
            plain.open("Shop", 110, 30, SHOP),
            plain.open("Shop", 95, 29, SHOP),
            plain.shaped("Shop", 100, 31, 1.1, SHOP))) {
      assertThat(usual.fingerprint().differences(other.fingerprint())).isEmpty();
    }
  }

  @Test
  void eachOtherVersionAmongTheBaselineRunsIsTold() {
    List<Run> runs = new ArrayList<>(open(2));
    plain.by("3.14.9");
    runs.addAll(open(2));
    Verdict verdict = beside(plain.by("3.15.1").open("Shop", 1_000, 60, SHOP), runs, SLOS);
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.warnings())
        .anyMatch(warning -> warning.contains("Gatling 3.14.9 and 3.15.1 (2 of 4)"));
    assertThat(verdict.isFitForHistory()).isTrue();
  }

  @Test
  void aPairedSessionThatComparesNothingIsNoPass() throws IOException {
    TargetModel dead = (request, second, random) -> -20;
    TargetModel fine = (request, second, random) -> 20 + random.nextInt(9);
    RunSeries series = new RunSeries(folder.resolve("series"));
    Paired session =
        new Paired(series.next(dead), series.next(fine), series.next(fine), series.next(dead));
    Verdict verdict = Gate.judge(session, BandSettings.STANDARD);
    assertProvesNothing(verdict, "Nothing was compared");
  }

  @Test
  void theCandidateOfAPairedSessionMakesTheRequestsOfItsBaseline() throws IOException {
    TargetModel fine = (request, second, random) -> 20 + random.nextInt(9);
    TargetModel endsEarly =
        (request, second, random) -> request.equals("Open timeline") ? -20 : 20 + random.nextInt(9);
    RunSeries series = new RunSeries(folder.resolve("series"));
    Paired session =
        new Paired(
            series.next(fine), series.next(endsEarly), series.next(endsEarly), series.next(fine));
    assertProvesNothing(
        Gate.judge(session, BandSettings.STANDARD),
        "In all baseline runs and not in this one: Browse timeline / Open memory");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 1.5})
  void aRunThatWasScaledByHandDidNotHaveItsLoad(double factor) throws IOException {
    Plan plan = SampleRun.plan(20, List.of(SampleRun.phase("day", 60, false, 1)), SLOS);
    Plan scaled =
        SampleRun.plan(
            20,
            List.of(SampleRun.phase("day", 30, false, 1), SampleRun.phase("x", 30, false, factor)),
            SLOS);
    Path run = folder.resolve("scaled");
    SampleRun.of(scaled, SampleRun.HEALTHY, Duration.ZERO).writeTo(run);
    PlanJson.write(plan, run.resolve("tideline/plan.json"));
    new EventLog(run.resolve("tideline").resolve(EventLog.FILE_NAME))
        .append(new RunEvent(30_000_000_000L, RunEvent.Kind.SCALE, factor, "by hand"));
    Verdict verdict = Gate.judge(new ResultsFolder(run).read().run());
    assertThat(verdict.isFitForHistory()).isFalse();
    if (factor < 1) {
      assertProvesNothing(verdict, "Scaled by hand below the plan: ");
    } else {
      assertThat(verdict.result()).isEqualTo(Result.PASS);
      assertThat(verdict.warnings()).anyMatch(warning -> warning.startsWith("Scaled by hand"));
    }
  }

  /**
   * Random simulations, histories and SLOs with something missing or changed: whoever passes has an
   * answer, and was held against all that it was to be held against.
   */
  @Test
  void noRandomRunPassesUndeserved() throws IOException {
    SplittableRandom random = new SplittableRandom(77_120_126);
    int passed = 0;
    for (int i = 0; i < 120; i++) {
      History own = new History(folder.resolve("history-" + i));
      int before = random.nextInt(6);
      boolean closed = random.nextInt(3) == 0;
      for (int k = 0; k < before; k++) {
        Run run = closed ? plain.closed("Shop", 10, 20, SHOP) : plain.open("Shop", 400, 20, SHOP);
        own.shelfOf(run).accept(run);
      }
      Flaw flaw = Flaw.values()[random.nextInt(Flaw.values().length)];
      Run run = flaw.run(plain, closed);
      boolean asked = random.nextBoolean();
      Past past = Past.of(run, own, BandSettings.STANDARD);
      Analysis alone = Analysis.of(run, folder.resolve("out"));
      Analysis analysis = (asked ? alone.promising(SLOS) : alone).against(past.earlier());
      Verdict verdict = analysis.verdict();
      String all = flaw + ", " + before + " before, asked " + asked + ": " + verdict;

      if (verdict.result() == Result.PASS) {
        passed++;
        assertThat(asked || before >= 3).as(all).isTrue();
        assertThat(flaw.mayPass(asked, before)).as(all).isTrue();
        assertThat(verdict.checks())
            .as(all)
            .anyMatch(
                check -> check.kind() != Kind.VALIDITY && check.status() != Status.INSUFFICIENT);
      }
      if (run.pool(Scope.EVERYTHING).ok() == 0) {
        assertThat(past.keep(analysis)).as(all).isEmpty();
      }
    }
    assertThat(passed).isBetween(10, 100);
  }

  /** What is wrong with a run. */
  private enum Flaw {
    NONE,
    NO_REQUEST,
    ONE_REQUEST,
    ALL_FAIL,
    NEARLY_ALL_FAIL,
    RENAMED,
    GONE,
    HARDLY_MADE,
    IN_A_GROUP,
    OTHER_SCENARIO,
    TWICE_THE_LOAD,
    SLOW;

    Run run(PlainRun plain, boolean closed) {
      List<Step> steps =
          switch (this) {
            case NONE, ONE_REQUEST, OTHER_SCENARIO, TWICE_THE_LOAD -> SHOP;
            case NO_REQUEST -> List.of();
            case ALL_FAIL -> SHOP.stream().map(step -> step.failing(1)).toList();
            case NEARLY_ALL_FAIL -> SHOP.stream().map(step -> step.failing(0.98)).toList();
            case RENAMED -> List.of(SHOP.get(0), Step.of("Find", 90).oneIn(2), SHOP.get(2));
            case GONE -> SHOP.subList(1, 3);
            case HARDLY_MADE -> List.of(SHOP.get(0), SHOP.get(1).oneIn(200), SHOP.get(2));
            case IN_A_GROUP -> SHOP.stream().map(step -> step.in("Group")).toList();
            case SLOW -> SHOP.stream().map(step -> step.slower(3)).toList();
          };
      String scenario = this == OTHER_SCENARIO ? "Other" : "Shop";
      if (this == ONE_REQUEST) {
        return plain.open(scenario, 1, 1, SHOP.subList(0, 1));
      }
      int factor = this == TWICE_THE_LOAD ? 2 : 1;
      return closed && this != NO_REQUEST
          ? plain.closed(scenario, 10 * factor, 20, steps)
          : plain.open(scenario, 400 * factor, 20, steps);
    }

    boolean mayPass(boolean asked, int before) {
      return switch (this) {
        case NONE, SLOW -> true;
        case NO_REQUEST, ONE_REQUEST, ALL_FAIL, NEARLY_ALL_FAIL -> false;
        case RENAMED, GONE, HARDLY_MADE, IN_A_GROUP -> asked && before == 0;
        case OTHER_SCENARIO, TWICE_THE_LOAD -> asked;
      };
    }
  }
}
