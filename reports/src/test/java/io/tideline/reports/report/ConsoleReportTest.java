package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scaling;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.RegressionChecks;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.LogEncoder;
import io.tideline.reports.testkit.RunRecords;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the console summary against files beside this class in the test resources. To renew them
 * after a wanted change, run this test with {@code -Dgolden.renew=true} and look at the difference.
 */
class ConsoleReportTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "io", "tideline", "reports", "report");
  private static final Scope OPEN = new Scope("Browse timeline", "Open timeline", null);

  private static final int WIDEST = 118;

  @TempDir Path folder;

  @Test
  void aPlainRunThatPasses() throws Exception {
    List<Phase> phases =
        List.of(SampleRun.phase("warm-up", 5, true, 1), SampleRun.phase("steady", 60, false, 1));
    List<Slo> slos =
        List.of(
            new Slo(Scope.EVERYTHING, Metric.P95, 100),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01),
            new Slo(OPEN, Metric.P95, 150),
            new Slo(new Scope(null, "Sign in", null), Metric.P95, 300));

    assertGolden("plain", text(SampleRun.plan(20, phases, slos), SampleRun.HEALTHY));
  }

  @Test
  void aSpikeIsSplitByPhase() throws Exception {
    List<Phase> phases =
        List.of(
            SampleRun.phase("warm-up", 5, true, 1),
            SampleRun.phase("before", 20, false, 1),
            SampleRun.phase("burst", 10, false, 10),
            SampleRun.phase("after", 20, false, 1));
    List<Slo> slos =
        List.of(
            new Slo(new Scope(null, null, "burst"), Metric.ERRORS, 0.02),
            new Slo(new Scope(null, null, "burst"), Metric.P95, 500),
            new Slo(OPEN, Metric.P999, 800));

    assertGolden("spike", text(SampleRun.plan(8, phases, slos), SampleRuns.SICK_AFTER_25_SECONDS));
  }

  @Test
  void ofManyPhasesOnlyTheOnesThatBreakAPromiseAreSplit() throws Exception {
    List<Phase> phases = new ArrayList<>(List.of(SampleRun.phase("warm-up", 5, true, 1)));
    List<Slo> slos = new ArrayList<>(List.of(new Slo(OPEN, Metric.P95, 100)));
    for (int step = 1; step <= 8; step++) {
      String name = "step " + step;
      phases.add(SampleRun.phase(name, 10, false, step));
      slos.add(new Slo(new Scope(null, null, name), Metric.P95, 120));
      slos.add(new Slo(new Scope(null, null, name), Metric.ERRORS, 0.02));
      slos.add(new Slo(new Scope("Browse timeline", "Open timeline", name), Metric.P95, 200));
    }

    assertGolden("stress", text(SampleRun.plan(20, phases, slos), this::worseStepByStep));
  }

  @Test
  void aRunBesideEarlierOnesShowsWhatIsBeyondItsBand() throws Exception {
    RunSeries nights = new RunSeries(folder);
    TargetModel slower =
        (request, second, random) -> {
          int millis = SampleRun.HEALTHY.answer(request, second, random);
          return request.equals("Open memory") ? 2 * millis : millis;
        };
    List<Run> accepted = nights.next(8, SampleRun.HEALTHY);
    BandSettings settings = BandSettings.STANDARD.calibrated(RegressionChecks.calibrate(accepted));
    Earlier earlier = Earlier.of(accepted, settings);
    Run run = nights.next(slower);

    assertGolden("warning", text(run, earlier));
    assertGolden("regression", text(run, earlier.confirmedBy(nights.next(3, slower))));
    assertThat(text(run, Earlier.of(accepted.subList(0, 1), settings)))
        .contains("\nNot compared: 1 earlier run to compare with, 3 needed\n");
  }

  @Test
  void promisesOnCachesAndReplicasAreSaidInSentences() throws Exception {
    List<Phase> phases =
        List.of(SampleRun.phase("low", 30, false, 1), SampleRun.phase("high", 60, false, 3));
    Plan plan =
        SampleRun.plan(5, phases, List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01)))
            .caching(new Caching(0.85, null, "high", Judge.TARGET, null))
            .scaling(new Scaling("replicas", Duration.ofSeconds(20), null, null, null));
    Run run =
        RunRecords.of(folder, plan, SampleRun.HEALTHY)
            .consumed(
                at ->
                    List.of(
                        new Reading("cache hits timeline", Unit.SHARE, 0.75, null, null),
                        new Reading("replicas", Unit.COUNT, at < 40 ? 1 : 2, null, null)))
            .run();

    assertThat(ConsoleReport.text(run, Gate.judge(run), Colours.OFF))
        .contains(
            "\nFAIL     Cache timeline in high: 75 % hits, at least 85 % promised; 75 % while")
        .contains("\nok       Scaling out: the load rose from 5 to 15 users per second, ")
        .doesNotContain("hit ratio", "scale out");
  }

  private static String text(Run run, Earlier earlier) {
    Verdict verdict = Gate.judge(run, List.of(), Validity.STANDARD, earlier);
    return ConsoleReport.text(run, verdict, Colours.OFF);
  }

  @Test
  void aForeignRunThatWasCutOff() throws Exception {
    LogEncoder log =
        new LogEncoder("3.14.9", SampleRun.FIRST_INSTANT, List.of("Shop"))
            .user(0, true, 10)
            .request(List.of("Home"), 20, 45, "")
            .request(List.of("Buy", "Pay"), 60, 30_060, "Request timeout after 30000 ms")
            .error("Thank: No attribute named 'order' is defined ", 30_070);
    Path run = Files.createDirectories(folder.resolve("foreign"));
    Files.write(run.resolve("simulation.log"), log.bytes());
    Analysis analysis = Analysis.analyze(run);

    assertGolden("foreign", ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.OFF));
  }

  @Test
  void longNamesAndMessagesAreCutToTheWidth() throws Exception {
    String name = "A request whose name is longer than any table would have it";
    LogEncoder log =
        new LogEncoder("3.15.1", SampleRun.FIRST_INSTANT, List.of("Shop"))
            .request(List.of(name), 1, 2, "x".repeat(200));
    Path run = Files.createDirectories(folder.resolve("long"));
    Files.write(run.resolve("simulation.log"), log.bytes());
    Analysis analysis = Analysis.analyze(run);

    String coloured = ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.ON);
    String plain = ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.OFF);

    assertThat(plain.lines().takeWhile(line -> !line.startsWith("Verdict")))
        .allMatch(line -> line.length() <= WIDEST)
        .anyMatch(line -> line.endsWith("xxx..."));
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(plain);
  }

  @Test
  void coloursChangeNothingButTheColour() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Analysis analysis = Analysis.analyze(folder);
    String plain = ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.OFF);
    String coloured = ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.ON);

    assertThat(coloured).contains("\u001b[32mVerdict: PASS\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(plain);
  }

  private int worseStepByStep(String request, double second, SplittableRandom random) {
    int millis = SampleRun.HEALTHY.answer(request, second, random);
    double load = Math.max(0, second - 45) / 10;
    boolean fails = random.nextDouble() < load / 60;
    return fails ? -millis : (int) (millis * (1 + load));
  }

  private String text(Plan plan, SampleRun.TargetModel target) throws Exception {
    Path run = folder.resolve("memories-20260921141320");
    SampleRun.of(plan, target, Duration.ofMillis(2)).writeTo(run);
    Analysis analysis = Analysis.analyze(run);
    return ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.OFF);
  }

  private static void assertGolden(String name, String text) throws Exception {
    Path file = GOLDEN.resolve("console-" + name + ".txt");
    if (Boolean.getBoolean("golden.renew")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
    String table = text.substring(0, text.indexOf("Times are milliseconds"));
    assertThat(table.lines()).allMatch(line -> line.length() <= WIDEST);
  }
}
