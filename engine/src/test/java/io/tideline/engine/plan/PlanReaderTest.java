package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tideline.engine.plan.Slo.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanReaderTest extends WrittenPlan {
  @Test
  void aScenarioTakesWhatItLeavesOutFromTheDefaults() {
    Plan plan = read(GOOD, "scenario", "steady");
    assertThat(plan.mix().weights()).isEqualTo(Map.of("Browse", 3, "Write", 1));
    assertThat(plan.load().rate()).isEqualTo(5);
    assertThat(plan.target().isStandIn()).isTrue();
    assertThat(plan.thinkTimes().of("Browse").medianSeconds()).isEqualTo(0.5);
    assertThat(plan.thinkTimes().of("Write").medianSeconds()).isEqualTo(2);
    assertThat(plan.slos())
        .containsExactly(
            new Slo(Scope.EVERYTHING, Metric.P95, 300),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.02));
  }

  @Test
  void anEnvironmentVariableServesWhereTheCommandLineSaysNothing() {
    Options both =
        new Options(
            Map.of("scenario", "steady", "rate", ""),
            Map.of(
                "TIDELINE_SCENARIO",
                "day",
                "TIDELINE_RATE",
                "9",
                "TIDELINE_BASEURL",
                "http://localhost:1"));
    Plan plan = new PlanReader(CATALOGUE, both).read(file(GOOD));
    assertThat(plan.scenario()).isEqualTo("steady");
    assertThat(plan.load().rate()).isEqualTo(9);
    assertThat(plan.target().baseUrl()).isEqualTo("http://localhost:1");
  }

  @Test
  void aMisspeltScenarioListsThoseThereAre() {
    assertThat(problems(GOOD, "scenario", "stedy"))
        .containsExactly(
            "-Dscenario=stedy: there is no such scenario; there are steady, stairs, day");
  }

  @Test
  void noScenarioAtAllListsThemToo() {
    assertThat(problems(GOOD))
        .containsExactly("scenario: none is named; add -Dscenario= and one of steady, stairs, day");
  }

  @Test
  void allProblemsOfTheOptionsAreSaidAtOnce() {
    assertThat(
            problems(
                GOOD,
                "scenario",
                "nothing",
                "rate",
                "-3",
                "speedup",
                "0",
                "duration",
                "soon",
                "seed",
                "x",
                "env",
                "moon"))
        .hasSize(6)
        .anyMatch(p -> p.equals("-Drate=-3: is no number above 0; write for example 10"))
        .anyMatch(p -> p.startsWith("-Dspeedup=0: "))
        .anyMatch(p -> p.startsWith("-Dduration=soon: is no duration above 0"))
        .anyMatch(p -> p.startsWith("-Dseed=x: "))
        .anyMatch(p -> p.contains("-Denv=moon: there is no such environment; there are staging"));
  }

  @Test
  void aWrongValueIsNamedWithFileLineAndWhatWouldDo() {
    List<String> problems =
        problems(GOOD.replace("lasts = 10 m }", "lasts = -10 m }"), "scenario", "steady");
    assertThat(problems)
        .containsExactly(
            "plan.conf:22: scenarios.steady.phases[1].lasts: \"-10 m\" is no duration above 0;"
                + " write for example 90 s, 10 m or 24 h");
  }

  @Test
  void allProblemsOfAPlanAreSaidAtOnce() {
    String text =
        """
        defalts {}
        scenarios { s {
          rate = fast
          phases = [
            { name = a, hold = 1, ramp = [0, 1], lasts = 1 m }
            { name = b, hold = -1, lasts = 1 m }
            { hold = 1 }
            { name = c, ramp = [1], lasts = 1 m }
            { name = d, curve = [[0, 1], [0, 2]], lasts = 1 m }
            { name = e, curve = [[1, 1], [2, 2]], lasts = 1 m }
            { name = f, steps = [], lasts = 1 m }
          ]
          mix { Browse = 1.5, Nobody = 1 }
          slos = [ { p95 = quick }, { phase = z }, 7 ]
          validity { offered = 101 % }
          limits { requests = 0 }
        } }
        """;
    List<String> problems = problems(text, "scenario", "s");
    assertThat(problems).hasSizeGreaterThanOrEqualTo(15);
    for (String part :
        List.of(
            "defalts: is not known here",
            "rate: \"fast\"",
            "has hold and ramp",
            "phases[1].hold",
            "phases[2].name: a phase needs a name",
            "phases[2].lasts",
            "phases[3].ramp",
            "phases[4].curve",
            "phases[5].curve",
            "phases[6].steps",
            "Browse: 1.5",
            "Nobody",
            "p95: \"quick\"",
            "no phase \"z\"",
            "slos[2]: must be a block",
            "offered: \"101 %\"",
            "requests: 0")) {
      assertThat(problems).as(part).anyMatch(p -> p.contains(part));
    }
  }

  @Test
  void aFileThatIsMissingOrNoHoconIsRefusedInOneSentence() {
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(
            () ->
                new PlanReader(CATALOGUE, options("scenario", "x")).read(folder.resolve("no.conf")))
        .withMessageContaining("no.conf: the plan file cannot be read");
    assertThat(problems("scenarios { a = ", "scenario", "a"))
        .hasSize(1)
        .allMatch(p -> p.contains("not a plan"));
  }

  @Test
  void withoutACatalogueAnyJourneyAndAnyRequestWillDoAndAllElseIsChecked() {
    String text =
        GOOD.replace("mix { Browse = 3, Write = 1 }", "mix { Fly = 3, Swim = 1 }")
            .replace("Write { median = 2 s }", "Fly { median = 3 s }")
            .replace("errors = 2 % }", "errors = 2 % }, { request = Take off, p95 = 1 s }");
    PlanReader reader = new PlanReader(Catalogue.any(), options("scenario", "steady"));

    Plan plan = reader.read(file(text));

    assertThat(plan.mix().journeys()).containsExactly("Fly", "Swim");
    assertThat(plan.thinkTimes().of("Fly").medianSeconds()).isEqualTo(3);
    assertThat(plan.thinkTimes().journeys()).containsOnlyKeys("Fly");
    assertThat(plan.slos()).contains(new Slo(new Scope(null, "Take off", null), Metric.P95, 1_000));
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(
            () ->
                new PlanReader(Catalogue.any(), options("scenario", "steady", "rate", "0"))
                    .read(file(text.replace("Fly = 3, Swim = 1", "").replace("[0, 1]", "[0]"))))
        .withMessageContaining("-Drate=0: is no number above 0")
        .withMessageContaining("mix: no journey has a weight above 0; name at least one")
        .withMessageContaining("phases[0].ramp: ");
  }
}
