package io.tideline.reports.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each branch of the Jenkinsfile, with its shell commands run by a real shell, on results folders
 * of real analyses.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its agents have a POSIX shell")
class JenkinsfileTest {
  private static final List<Phase> PHASES = List.of(SampleRun.phase("only", 10, false, 1));

  private static final Path PLAN = Path.of("../simulations/src/test/resources/tideline.conf");
  private static final List<String> WEEKLY =
      List.of(
          "smoke",
          "baseline",
          "caching",
          "scaling",
          "spike",
          "overload",
          "resilience",
          "network",
          "stress",
          "soak",
          "steps");

  @TempDir static Path results;
  @TempDir Path folder;
  private Workshop workshop;

  @BeforeAll
  static void makeResults() throws IOException {
    results("PASS", new Slo(Scope.EVERYTHING, Metric.P95, 10_000));
    results("FAIL", new Slo(Scope.EVERYTHING, Metric.P95, 1));
    results("INVALID", new Slo(new Scope(null, "Nothing", null), Metric.P95, 1));
  }

  @BeforeEach
  void openWorkshop() throws IOException {
    workshop = new Workshop(folder, results);
  }

  private static void results(String verdict, Slo slo) throws IOException {
    Path run = results.resolve(verdict);
    SampleRun.of(SampleRun.plan(10, PHASES, List.of(slo)), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(run);
    Analysis analysis = Analysis.analyze(run);
    assertThat(analysis.verdict().result().name()).isEqualTo(verdict);
    analysis.write();
  }

  private Build build() {
    return new Build(workshop);
  }

  @Test
  void aNightIsTheBaselineAndPasses() throws Exception {
    workshop.verdicts("PASS 0");

    Build build = build().run();

    assertThat(build.result()).isEqualTo("SUCCESS");
    assertThat(workshop.scenarios()).containsExactly("baseline");
    assertThat(build.stages).containsExactly("Plan", "Baseline");
    assertThat(build.skipped).hasSize(10).doesNotContain("Baseline");
    assertThat(build.published)
        .containsExactly(
            "junit load/baseline-1/memories-1/tideline/junit.xml (1)", "html Load test baseline");
    assertThat(build.description()).isEqualTo("baseline PASS");
    assertThat(build.archived)
        .singleElement()
        .satisfies(step -> assertThat(step.get("excludes")).isEqualTo("load/**/simulation.log"));
  }

  @Test
  void historyAndTicketsAreKeptBesideTheWorkspaceAndARegressionMayBeConfirmed() throws Exception {
    workshop.verdicts("PASS 0");

    build().run();

    String kept = workshop.workspace() + "@tideline/";
    assertThat(workshop.calls())
        .containsExactly(
            "baseline rate= duration= env= url= users= confirm=4 history="
                + kept
                + "history tickets="
                + kept
                + "tickets");
  }

  @Test
  void theBuildIsOneAtATimeEachNightAndEndsSomeDay() throws Exception {
    workshop.verdicts("PASS 0");

    Build build = build().run();

    assertThat(build.options)
        .containsEntry("disableConcurrentBuilds", true)
        .containsEntry("cron", "H 22 * * *")
        .containsEntry("agent", "load-generator")
        .containsEntry("timeout", Map.of("time", 60, "unit", "HOURS"))
        .containsKey("keep");
  }

  @Test
  void aFailThatIsConfirmedStopsThePipeline() throws Exception {
    workshop.verdicts("PASS 0", "FAIL 1", "FAIL 1", "PASS 0");

    Build build = build().with("SUITE", "weekly").run();

    assertThat(build.result()).isEqualTo("FAILURE");
    assertThat(workshop.scenarios()).containsExactly("smoke", "baseline", "baseline");
    assertThat(build.skipped).contains("Stress", "Spike", "Soak");
    assertThat(build.echoes)
        .contains(
            "baseline: FAIL; it is run once more, and that verdict counts.",
            "baseline: FAIL; the target does not keep what was promised, see its report and"
                + " tickets");
    assertThat(build.published)
        .contains("junit load/baseline-2/memories-1/tideline/junit.xml (1)")
        .doesNotContain("junit load/baseline-1/memories-1/tideline/junit.xml (1)");
    assertThat(build.description()).isEqualTo("smoke PASS, baseline FAIL when run again");
    assertThat(build.archived).hasSize(1);
  }

  @Test
  void anInvalidRunThatIsConfirmedMakesItUnstableAndGoesOn() throws Exception {
    workshop.verdicts(
        "PASS 0",
        "INVALID 1",
        "INVALID 1",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0");

    Build build = build().with("SUITE", "weekly").run();

    assertThat(build.result()).isEqualTo("UNSTABLE");
    assertThat(workshop.scenarios())
        .startsWith("smoke", "baseline", "baseline", "caching")
        .containsAll(WEEKLY)
        .hasSize(12);
    assertThat(build.echoes)
        .contains("baseline: INVALID; its numbers prove nothing, see its report and tickets");
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL 1, PASS 0, SUCCESS, PASS when run again",
    "INVALID 1, PASS 0, SUCCESS, PASS when run again",
    "FAIL 1, INVALID 1, UNSTABLE, INVALID when run again",
    "INVALID 1, FAIL 1, FAILURE, FAIL when run again"
  })
  void theSecondVerdictCounts(String first, String second, String result, String description)
      throws Exception {
    workshop.verdicts(first, second);

    Build build = build().run();

    assertThat(build.result()).isEqualTo(result);
    assertThat(build.description()).isEqualTo("baseline " + description);
    assertThat(build.published.get(0))
        .isEqualTo("junit load/baseline-2/memories-1/tideline/junit.xml (1)");
  }

  @Test
  void withoutRepetitionTheFirstVerdictCounts() throws Exception {
    workshop.verdicts("FAIL 1", "PASS 0");

    Build build = build().with("REPEAT", "0").with("CONFIRM", "0").run();

    assertThat(build.result()).isEqualTo("FAILURE");
    assertThat(workshop.calls()).singleElement().asString().contains(" confirm=0 ");
  }

  @Test
  void onSaturdayEveningTheWholeSuiteRunsAndASoakIsNotRepeated() throws Exception {
    workshop.clock("Europe/Berlin", "6", "22:30");
    workshop.verdicts(
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "PASS 0",
        "INVALID 1",
        "PASS 0");

    Build build = build().with("ZONE", "Europe/Berlin").with("SOAK_HOURS", "24").run();

    assertThat(workshop.scenarios()).isEqualTo(WEEKLY);
    assertThat(build.result()).isEqualTo("UNSTABLE");
    assertThat(workshop.calls().get(8)).startsWith("stress rate= duration= env= url= users= ");
    assertThat(workshop.calls().get(9)).startsWith("soak rate= duration=24h env= url= users= ");
    assertThat(build.skipped).isEmpty();
  }

  @Test
  void theWeeklySuiteIsEveryScenarioOfThePlanAndEachCanBeChosen() throws Exception {
    Set<String> planned = ConfigFactory.parseFile(PLAN.toFile()).getObject("scenarios").keySet();
    assertThat(WEEKLY).containsExactlyInAnyOrderElementsOf(planned);
    for (String scenario : planned) {
      workshop.verdicts("PASS 0");
      Build build = build().with("SUITE", scenario).run();
      assertThat(build.result()).as(scenario).isEqualTo("SUCCESS");
      assertThat(build.stages).as(scenario).hasSize(2);
      assertThat(build.description()).isEqualTo(scenario + " PASS");
      assertThat(build.choices("SUITE").contains(scenario)).as(scenario).isTrue();
    }
  }

  @Test
  void onAnotherTargetFaultsOfTheSampleServiceAreLeftOutUntilThePlanHasItsOwn() throws Exception {
    Path plan = workshop.workspace().resolve("simulations/src/test/resources/tideline.conf");
    Files.createDirectories(plan.getParent());
    Files.copy(PLAN, plan);
    workshop.verdicts(
        "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0");

    Build build = build().with("SUITE", "weekly").with("ENVIRONMENT", "staging").run();

    assertThat(workshop.scenarios())
        .containsExactly(
            "smoke", "baseline", "caching", "scaling", "spike", "stress", "soak", "steps");
    assertThat(build.echoes)
        .contains(
            "Left out, since their faults are the sample service's: overload, resilience, network.");
  }

  @Test
  void faultsOfAnotherTargetsOwnAreInItsSuite() throws Exception {
    Path plan = workshop.workspace().resolve("simulations/src/test/resources/tideline.conf");
    Files.createDirectories(plan.getParent());
    Files.writeString(
        plan, "scenarios { resilience { faults = [ { command { begin = [x] } } ] } }");
    workshop.verdicts(
        "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0",
        "PASS 0", "PASS 0");

    Build build =
        build()
            .with("SUITE", "weekly")
            .with("BASE_URL", "http://a.example")
            .with("USERS", "500")
            .run();

    assertThat(workshop.scenarios()).isEqualTo(WEEKLY);
    assertThat(workshop.calls()).allMatch(call -> call.contains(" users=500 "));
    assertThat(build.result()).isEqualTo("SUCCESS");
  }

  @Test
  void oneScenarioOnDemandTakesRateEnvironmentAndUrl() throws Exception {
    workshop.verdicts("PASS 0");

    build()
        .with("SUITE", "spike")
        .with("RATE", "2.5")
        .with("ENVIRONMENT", "staging")
        .with("BASE_URL", "https://a.example/$(touch x)")
        .with("HISTORY", "/mnt/history")
        .with("TICKETS", "/mnt/tickets")
        .run();

    assertThat(workshop.calls())
        .containsExactly(
            "spike rate=2.5 duration= env=staging url=https://a.example/$(touch x) users= confirm=0"
                + " history=/mnt/history tickets=/mnt/tickets");
    assertThat(workshop.workspace().resolve("x")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"21:59", "06:00", "04:41", "12:00"})
  void outsideTheWindowOrTooLateInItNoLoadIsSent(String time) throws Exception {
    workshop.clock("UTC", "3", time);

    Build build = build().with("WINDOW_BEGIN", "22:00").with("WINDOW_END", "06:00").run();

    assertThat(build.result()).isEqualTo("NOT_BUILT");
    assertThat(workshop.calls()).isEmpty();
    assertThat(build.stages).containsExactly("Plan");
    assertThat(build.description()).isEqualTo("no load was sent");
    assertThat(build.echoes)
        .contains("Outside the window 22:00 to 06:00 UTC, or too late in it: no load is sent.");
  }

  @ParameterizedTest
  @CsvSource({"22:00", "00:00", "04:40"})
  void withinTheWindowItRuns(String time) throws Exception {
    workshop.clock("UTC", "3", time);
    workshop.verdicts("PASS 0");

    Build build = build().with("WINDOW_BEGIN", "22:00").with("WINDOW_END", "06:00").run();

    assertThat(build.result()).isEqualTo("SUCCESS");
    assertThat(workshop.scenarios()).containsExactly("baseline");
  }

  @Test
  void aScenarioThatNoLongerFitsTheWindowIsNotRunAndTheBuildNotGreen() throws Exception {
    workshop.clock("UTC", "3", "22:00", "22:00", "22:05", "22:05", "22:05", "22:20", "05:50");
    workshop.verdicts("PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0", "PASS 0");

    Build build =
        build()
            .with("SUITE", "weekly")
            .with("WINDOW_BEGIN", "22:00")
            .with("WINDOW_END", "06:00")
            .run();

    assertThat(build.result()).isEqualTo("UNSTABLE");
    assertThat(workshop.scenarios()).doesNotContain("soak");
    assertThat(build.description()).contains("soak not run");
    assertThat(build.echoes)
        .anyMatch(
            echo ->
                echo.startsWith("soak: not run, the window closes in ")
                    && echo.endsWith(" minutes and it needs 510"));
  }

  @Test
  void freshRunsThatConfirmedARegressionAreNotTakenForTheRunItself() throws Exception {
    workshop.verdicts("FAIL+PASS 1", "FAIL+PASS 1");

    Build build = build().run();

    assertThat(build.result()).isEqualTo("FAILURE");
    assertThat(build.published).contains("junit load/baseline-2/memories-1/tideline/junit.xml (1)");
  }

  @Test
  void aRunThatNeverStartedIsAFailureAndNotRepeated() throws Exception {
    workshop.verdicts("none 64");

    Build build = build().run();

    assertThat(build.result()).isEqualTo("FAILURE");
    assertThat(build.echoes)
        .contains("baseline: there is no verdict, Maven ended with 64; see the log above");
    assertThat(build.description()).isEqualTo("baseline no verdict");
    assertThat(workshop.calls()).hasSize(1);
  }

  @Test
  void aPassOfARunThatMavenCallsFailedIsNotGreen() throws Exception {
    workshop.verdicts("PASS 1");

    Build build = build().run();

    assertThat(build.result()).isEqualTo("UNSTABLE");
    assertThat(build.echoes).contains("baseline: PASS, but Maven ended with 1; see the log above");
  }

  @Test
  void anAbortedBuildShowsWhatThereIs() throws Exception {
    workshop.verdicts("PASS 0", "INVALID 143", "PASS 0");

    Build build = build().with("SUITE", "weekly").run();

    assertThat(build.result()).isEqualTo("ABORTED");
    assertThat(workshop.scenarios()).containsExactly("smoke", "baseline");
    assertThat(build.skipped).contains("Stress", "Soak");
    assertThat(build.published).contains("junit load/baseline-1/memories-1/tideline/junit.xml (1)");
    assertThat(build.description()).isEqualTo("smoke PASS, baseline cut short");
    assertThat(build.archived).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RATE | 51 | RATE is 51: it must be a number from 0 to 50.0",
        "RATE | 1; rm -rf / | RATE is 1; rm -rf /: it must be a number from 0 to 50.0",
        "SOAK_HOURS | 7 | SOAK_HOURS is 7: it must be a number from 8 to 24",
        "SOAK_HOURS | 8.5 | SOAK_HOURS is 8.5: it must be a number from 8 to 24",
        "REPEAT | yes | REPEAT is yes: it must be a number from 0 to 5",
        "CONFIRM | 1 | CONFIRM is 1: two fresh runs are the fewest that confirm anything; 0 makes none",
        "CONFIRM | 10 | CONFIRM is 10: it must be a number from 0 to 9",
        "USERS | 0 | USERS is 0: it must be a number from 1 to 100000000",
        "WINDOW_END | 24:00 | WINDOW_END is 24:00: it must be a time such as 22:00"
      })
  void aParameterThatCannotBeIsSaidBeforeAnyLoad(String name, String value, String sentence)
      throws Exception {
    Build build = build().with(name, value).run();

    assertThat(build.result()).isEqualTo("FAILURE");
    assertThat(build.echoes).containsExactly(sentence);
    assertThat(workshop.calls()).isEmpty();
  }
}
