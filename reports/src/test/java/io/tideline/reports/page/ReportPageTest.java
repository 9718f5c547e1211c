package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.html.Html;
import io.tideline.reports.page.Reference.Band;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.Latencies;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
  private static final String ATTACK = "</script><script>alert(1)</script><!--\" onload='x' \\";

  @TempDir Path folder;
  private PageRuns runs;

  @BeforeEach
  void makeRuns() {
    runs = new PageRuns(folder);
  }

  @Test
  void theVerdictStandsFirstAndTheRestInItsOrder() throws Exception {
    String page = ReportPage.of(runs.failing());

    assertThat(ids(page))
        .containsExactly(
            "verdict",
            "run",
            "checks",
            "requests",
            "parts",
            "standout",
            "spread",
            "time",
            "resources",
            "errors",
            "generator",
            "shares",
            "files");
    assertThat(ids(ReportPage.of(runs.search())))
        .containsSubsequence("shares", "capacity", "files");
    String scaled = ReportPage.of(runs.scaled());
    assertThat(ids(scaled))
        .containsSubsequence("shares", "scaling", "caching", "bottleneck", "files");
    assertThat(scaled)
        .contains("burst: first at its limit: pool (100 % of 8 in use")
        .contains(">Scaling: scale out<", ">Caching: hit ratio<");
  }

  private static List<String> ids(String page) {
    return all("<section id=\"([a-z]+)\"", page);
  }

  private static List<String> all(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(match -> match.group(1)).toList();
  }

  @Test
  void theReasonsOfAFailureAreSaidInPlainWords() throws Exception {
    Findings findings = runs.failing();

    String page = ReportPage.of(findings);

    assertThat(page).contains("<p class=\"word\">FAIL</p>", "The target breaks 6 of 6 promises.");
    findings
        .verdict()
        .reasons()
        .forEach(reason -> assertThat(page).contains(Html.element("li", reason)));
    assertThat(page).contains("<title>FAIL: smoke, ");
  }

  @Test
  void aPassSaysSoAndAnInvalidRunThatItProvesNothing() throws Exception {
    Findings healthy = runs.healthy();
    Verdict whole = new Verdict(Result.PASS, List.of(), healthy.verdict().checks());
    assertThat(ReportPage.of(Findings.of(healthy.run(), whole)))
        .contains("All 6 promises hold, and the numbers can be trusted.");
    String clause = "whether the generator kept up (there is no generator.jsonl)";
    Verdict unknown =
        new Verdict(Result.PASS, List.of(), whole.checks(), List.of(clause), whole.lasting());
    assertThat(ReportPage.of(Findings.of(healthy.run(), unknown)))
        .contains("All 6 promises hold.", "Not known of this run: whether the generator kept up")
        .doesNotContain("can be trusted");
    assertThat(ReportPage.of(runs.cutOff()))
        .contains("<p class=\"word\">INVALID</p>", "prove nothing", "cut off at byte");
  }

  @Test
  void failedChecksStandFirst() throws Exception {
    String page = ReportPage.of(runs.cutOff());

    assertThat(all("<tr class=\"([a-z]+)-row\"", page))
        .startsWith("doubtful")
        .endsWith("good")
        .isSortedAccordingTo((a, b) -> Boolean.compare(a.equals("good"), b.equals("good")));
  }

  @Test
  void aPercentileHasItsIntervalOrAMarkThatSaysWhyNot() throws Exception {
    String page = ReportPage.of(runs.failing());

    assertThat(page)
        .containsPattern("<small>\\d+–\\d+</small>")
        .contains(
            "<small title=\"no interval: wanders more slowly than the run can tell\">‡</small>")
        .contains(
            "No interval: † rests on a handful of stalls, ‡ wanders more slowly than the run can"
                + " tell");
  }

  @Test
  void theFiguresAreTheRuns() throws Exception {
    Findings findings = runs.failing();
    Latencies latencies = findings.run().pool(Scope.EVERYTHING).okLatencies();

    String page = ReportPage.of(findings);

    String row = page.substring(page.indexOf("<tr class=\"total\" data-phase=\"\">"));
    row = row.substring(0, row.indexOf("</tr>"));
    assertThat(row)
        .contains(Figures.number(findings.run().pool(Scope.EVERYTHING).requests()))
        .contains("data-v=\"" + latencies.at(0.5) + "\"")
        .contains("data-v=\"" + latencies.at(0.95) + "\"")
        .contains("data-v=\"" + latencies.at(0.99) + "\"")
        .contains(">" + Figures.number(latencies.max()) + "<");
  }

  @Test
  void whatWasNotMeasuredIsNotShownAsNothing() throws Exception {
    String page = ReportPage.of(runs.empty());

    assertThat(page.substring(0, page.indexOf("<section id=\"generator\"")))
        .contains("<dt>p95</dt><dd>–</dd>", "<dt>Errors</dt><dd>–</dd>")
        .contains("No request was made outside the warm-up.")
        .doesNotContain("<dd>0 ms</dd>", "<dd>0 %</dd>");
  }

  @Test
  void theSameFindingsGiveTheSameBytes() throws Exception {
    Findings findings = runs.failing();
    Run again =
        RunReader.read(Files.writeString(folder.resolve("run.json"), RunJson.text(findings.run())));

    assertThat(ReportPage.of(PageRuns.judged(again, findings.earlier())))
        .isEqualTo(ReportPage.of(findings));
  }

  @Test
  void namesAndMessagesCannotLeaveTheirPlace() throws Exception {
    String page = ReportPage.of(runs.hostile(ATTACK));

    assertThat(all("(<script)", page)).hasSize(3);
    assertThat(all("(</script)", page)).hasSize(3);
    assertThat(page).doesNotContain("<!--", "alert(1)<");
    assertThat(page.substring(0, page.indexOf("id=\"data\""))).doesNotContain("\" onload");
    assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)");
    assertThat(data(page).get("scopes").toString()).contains("alert(1)");
    assertThat(data(page).get("scopes").get(1).asText()).contains(ATTACK);
  }

  private static JsonNode data(String page) throws Exception {
    String start = "id=\"data\">";
    String json = page.substring(page.indexOf(start) + start.length());
    return JsonText.parse(json.substring(0, json.indexOf("</script>")));
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws Exception {
    String page = ReportPage.of(runs.failing());

    assertThat(all("\\s(src|srcset)=", page)).isEmpty();
    assertThat(all("(<link|<iframe|<img|<base|@import|url\\()", page)).isEmpty();
    assertThat(all("href=\"([^\"]*)\"", page)).allMatch(link -> link.matches("#[a-z]+|[a-z./]+"));
    assertThat(page).contains("default-src 'none'").contains("Permission is hereby granted");
  }

  @Test
  void theChartsHaveTheRunsOwnFigures() throws Exception {
    Findings findings = runs.failing();
    Run run = findings.run();

    JsonNode data = data(ReportPage.of(findings));

    JsonNode own = data.get("runs").get(0);
    assertThat(own.get("seconds").asDouble()).isEqualTo(run.info().durationSeconds());
    assertThat(own.get("active")).hasSize(run.timeLine().moments().size());
    assertThat(data.get("scopes").get(0).asText()).isEqualTo("All requests");
    long counted = 0;
    JsonNode bins = own.get("spread").get(0).get("bins");
    for (int i = 1; i < bins.size(); i++) {
      counted += bins.get(i).asLong();
    }
    assertThat(counted).isEqualTo(run.pool(Scope.EVERYTHING).ok());
    assertThat(data.get("earlier")).hasSize(findings.earlier().size());
    assertThat(data.get("limits").get(0).toString()).isEqualTo("[[\"p95\",120.0],[\"p99\",300.0]]");
  }

  @Test
  void aBandAndEarlierValuesAreDrawnWhereThereAreAny() throws Exception {
    Findings healthy = runs.healthy();
    References references =
        check ->
            check.metric().equals("p95") && check.scope().equals(Scope.EVERYTHING)
                ? new Reference(new Band(61, 79, 84.0), List.of(66.0, 70.0, 72.0))
                : null;

    String page =
        ReportPage.of(
            new Findings(healthy.run(), healthy.verdict(), healthy.earlier(), references));

    assertThat(page)
        .contains("61 ms to 79 ms <small>finds 84 ms and more</small>")
        .contains("earlier 66 ms, 70 ms, 72 ms; this run ");
    assertThat(all("(<svg class=\"spark\")", page)).hasSize(1);
    assertThat(all("(<rect )", page)).hasSize(1);
  }

  @Test
  void withoutItsScriptNothingIsShownThatNeedsIt() throws Exception {
    String page = ReportPage.of(runs.alone());

    assertThat(all("<figure class=\"chart\"( ?[a-z]*)>", page))
        .isNotEmpty()
        .containsOnly(" hidden");
    assertThat(all("<div class=\"choices\"( ?[a-z]*)>", page)).isNotEmpty().containsOnly(" hidden");
    assertThat(all("<span class=\"i\"( ?[a-z]*)>", page)).isNotEmpty().containsOnly(" hidden");
    assertThat(page).contains("<noscript>");
  }

  @Test
  void resourcesAreShownUnderTheLoadWithTheLineOfWhatGrew() throws Exception {
    String page = ReportPage.of(runs.leaking());

    assertThat(all("data-chart=\"(resource-[0-9]+)\"", page)).hasSize(8);
    assertThat(page)
        .contains("<p>heap after gc leaks by ")
        .contains("/metrics: not known from 10 h ")
        .contains("Growth: heap after gc");
    JsonNode resources = data(page).get("resources");
    JsonNode heap = resources.get("series").get(0);
    assertThat(heap.get("means").size()).isLessThanOrEqualTo(300);
    JsonNode trend = heap.get("trend");
    assertThat(trend.get("at").get(0).asDouble()).isBetween(6 * 3600.0, 6.5 * 3600);
    assertThat(trend.get("line")).hasSameSizeAs(trend.get("values"));
    assertThat(resources.get("series").get(1).get("trend").isNull()).isTrue();
  }

  @Test
  void aRunWhoseTargetNobodyAskedSaysSo() throws Exception {
    assertThat(ReportPage.of(runs.alone())).contains("Nobody asked the target what it consumes");
  }

  @Test
  void withoutEarlierRunsNothingIsSaidOfChange() throws Exception {
    String page = ReportPage.of(runs.alone());

    assertThat(page)
        .contains("There is no earlier run to compare with.")
        .doesNotContain("class=\"spark\"", ">Band<", ">Earlier<");
  }

  @Test
  void aCheckOfARequestHasTheSameFigureOfEarlierRuns() throws Exception {
    Findings findings = runs.healthy();
    Check check =
        findings.verdict().checks().stream()
            .filter(each -> each.metric().equals("p99"))
            .findFirst()
            .orElseThrow();

    Reference reference = findings.references().of(check);

    assertThat(reference.band()).isNull();
    assertThat(reference.earlier())
        .isEqualTo(
            findings.earlier().stream()
                .map(run -> (double) run.pool(check.scope()).intendedLatencies().at(0.99))
                .toList());
  }

  @Test
  void wordsOfTheShellStayWords() throws Exception {
    String page = ReportPage.of(runs.hostile("; rm -rf '$HOME'"));

    assertThat(page)
        .contains("mvn gatling:test -Dscenario=smoke -Dseed=42 -Drate=12 -Dduration=90s");
    assertThat(
            Pattern.compile("<pre>([^<]*)</pre>").matcher(page).results().map(MatchResult::group))
        .noneMatch(command -> command.contains("; rm"));
  }

  @Test
  void faultsHaveASectionAndABandOverTheCharts() throws Exception {
    String page = ReportPage.of(runs.faults());

    assertThat(page)
        .contains("<a href=\"#faults\">Faults</a>", "during &quot;primary killed&quot;")
        .contains("\"faults\":[[\"primary killed\",25,35]]")
        .contains("Circuit breakers", "half open", "Acknowledged writes", "lost: memory 7");
  }

  @Test
  void aRunWithoutFaultsHasNoSectionOnThem() throws Exception {
    assertThat(ReportPage.of(runs.healthy())).doesNotContain("id=\"faults\"");
  }
}
