package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.page.Findings;
import io.tideline.reports.page.ReportPage;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.PlainRun;
import io.tideline.reports.testkit.PlainRun.Step;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.ticket.TicketBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five baseline runs, and one that is 40 % slower: said first, and everywhere. */
class SuspicionTest {
  private static final List<Slo> ERRORS =
      List.of(new Slo(Scope.EVERYTHING, Slo.Metric.ERRORS, 0.05));
  private static final String WHAT = "unconfirmed suspicion: ";
  private static final TargetModel USUAL =
      (request, second, random) -> (int) (40 + 20 * Math.exp(0.6 * random.nextGaussian()));
  private static final TargetModel SLOWER = slower(1.4);

  @TempDir static Path folder;
  private static List<Run> baseline;
  private static Run slow;
  private static List<Run> confirmation;
  private static Verdict suspected;
  private static Verdict confirmed;

  private static TargetModel slower(double factor) {
    return (request, second, random) ->
        (int) Math.round(factor * USUAL.answer(request, second, random));
  }

  @BeforeAll
  static void judge() {
    RunSeries nights = new RunSeries(folder);
    baseline = nights.next(5, USUAL);
    slow = nights.next(SLOWER);
    confirmation = nights.next(4, SLOWER);
    Earlier earlier = Earlier.of(baseline, BandSettings.STANDARD);
    suspected = Gate.judge(slow, List.of(), Validity.STANDARD, earlier);
    confirmed = Gate.judge(slow, List.of(), Validity.STANDARD, earlier.confirmedBy(confirmation));
  }

  @Test
  void itIsAPassWithASuspicionThatNamesHowManyWhichMostAndWhatConfirmsIt() {
    Suspicion suspicion = suspected.suspicion();

    assertThat(suspected.result()).isEqualTo(Result.PASS);
    assertThat(suspected.headline()).isEqualTo("PASS, with an unconfirmed suspicion");
    assertThat(suspicion.metrics()).isEqualTo(suspected.warnings().size()).isGreaterThan(5);
    assertThat(suspicion.sentence())
        .matches(
            WHAT
                + "\\d+ of \\d+ compared metrics are above their bands, the largest .*: (p50|p95|p99|mean)"
                + " \\(\\+[3-6]\\d %\\); to confirm it, make the run again with -Dconfirm=4, or give"
                + " runs of the same build to: java -jar reports/target/tideline.jar gate RUN"
                + " --history DIR --confirm RUN --confirm RUN");
    assertThat(confirmed.suspicion()).isNull();
    assertThat(confirmed.result()).isEqualTo(Result.FAIL);
  }

  @Test
  void theConsoleSaysItFirstAndInItsLastLine() {
    List<String> lines = ConsoleReport.text(slow, suspected, Colours.OFF).lines().toList();

    assertThat(lines.subList(0, 5)).anyMatch(line -> line.startsWith("First of all: " + WHAT));
    assertThat(lines.get(lines.size() - 1)).startsWith("Verdict: PASS, with an " + WHAT);
  }

  @Test
  void thePageIsAmberAndDoesNotSayThatTheNumbersCanBeTrusted() {
    String page = ReportPage.of(Findings.of(slow, suspected, baseline));
    String head = page.substring(page.indexOf("<section id=\"verdict\""));

    assertThat(head).startsWith("<section id=\"verdict\" class=\"verdict pass warned\">");
    assertThat(head.indexOf("With an " + WHAT)).isPositive().isLessThan(150);
    assertThat(page).doesNotContain("can be trusted");
    assertThat(page).contains("<title>PASS, with an unconfirmed suspicion: ");
  }

  @Test
  void verdictJsonHasAFieldForIt() throws Exception {
    JsonNode json = JsonText.parse(VerdictJson.text(suspected));

    assertThat(json.path("verdict").asText()).isEqualTo("PASS");
    assertThat(json.path("suspicion").path("sentence").asText()).startsWith(WHAT);
    assertThat(json.path("suspicion").path("confirm").asInt()).isEqualTo(4);
    assertThat(JsonText.parse(VerdictJson.text(confirmed)).path("suspicion").isNull()).isTrue();
  }

  @Test
  void junitHasACaseForItBeforeAllOthers() {
    String xml = JUnitXml.text(slow, suspected);

    assertThat(xml).contains("<property name=\"suspicion\" value=\"" + WHAT);
    String first = xml.substring(xml.indexOf("<testcase"), xml.indexOf("</testcase>"));
    assertThat(first).contains("name=\"unconfirmed\"", "<skipped message=\"" + WHAT);
    assertThat(xml.split("message=\"unconfirmed suspicion: p", -1)).hasSizeGreaterThan(3);
  }

  @Test
  void oneTicketSaysItAndTheNextCalmRunClosesIt() {
    TicketBook book = TicketBook.of(slow, suspected);
    Verdict calm =
        Gate.judge(
            new RunSeries(folder.resolve("calm")).next(USUAL),
            List.of(),
            Validity.STANDARD,
            Earlier.of(baseline, BandSettings.STANDARD));

    assertThat(book.tickets())
        .singleElement()
        .satisfies(kept -> assertThat(kept.ticket().kind()).isEqualTo("suspicion"))
        .satisfies(kept -> assertThat(kept.ticket().sentence()).startsWith(WHAT))
        .satisfies(kept -> assertThat(kept.ticket().isUnconfirmed()).isTrue());
    assertThat(TicketBook.of(slow, calm).cleared())
        .anyMatch(
            cleared ->
                cleared
                    .fingerprint()
                    .equals(book.tickets().get(0).ticket().subject().fingerprint()));
  }

  @Test
  void compareSaysWhatIsOpenAboutARunWithoutJudgingIt() throws Exception {
    Path tideline = Files.createDirectories(folder.resolve("open"));
    new Analysis(
            tideline,
            slow,
            new Analysis.Promises(List.of(), Validity.STANDARD),
            suspected,
            baseline)
        .writeWithoutPage();

    assertThat(VerdictBeside.open(tideline)).first().asString().startsWith("PASS, with an " + WHAT);
  }

  @Test
  void whenAllIsEvenlySlowerEachConfirmedSentenceIsTrue() {
    List<Check> failed =
        confirmed.checks().stream()
            .filter(check -> check.kind() == Kind.REGRESSION && check.status() == Status.FAIL)
            .toList();

    assertThat(failed).hasSizeGreaterThan(5);
    assertThat(failed)
        .allSatisfy(
            check -> {
              assertThat(check.value()).isGreaterThan(check.limit());
              assertThat(check.limit()).isEqualTo(check.comparison().high());
              assertThat(check.sentence()).contains("beyond the band").doesNotContain("carried by");
            });
    assertThat(failed)
        .filteredOn(check -> check.id().equals("regression/*/*/mean"))
        .allSatisfy(
            check ->
                assertThat(check.sentence())
                    .contains("; evenly: all requests are slower by a similar factor (1."));
    assertThat(confirmed.checks())
        .filteredOn(check -> check.kind() == Kind.REGRESSION && check.status() == Status.PASS)
        .filteredOn(check -> check.unit().equals("ms"))
        .allSatisfy(check -> assertThat(check.value()).isLessThanOrEqualTo(check.limit()));
  }

  @Test
  void aRunOfWhichStartsAndGeneratorAreUnknownSaysSo() throws Exception {
    Run plain =
        new PlainRun(folder.resolve("plain")).open("Shop", 1_000, 60, List.of(Step.of("Open", 40)));
    Verdict calm = Gate.judge(plain, ERRORS, Validity.STANDARD);
    String page = ReportPage.of(Findings.of(plain, calm));

    assertThat(calm.unknown())
        .containsExactly(
            "whether users started when they were due (there is no starts.log)",
            "whether the generator kept up (there is no generator.jsonl)");
    assertThat(page)
        .contains("Not known of this run: whether users started", "whether the generator kept up")
        .doesNotContain("can be trusted");
    assertThat(ConsoleReport.text(plain, calm, Colours.OFF))
        .contains("Not known: whether users started");
    assertThat(JsonText.parse(VerdictJson.text(calm)).path("unknown").path(1).asText())
        .startsWith("whether the generator kept up");
  }
}
