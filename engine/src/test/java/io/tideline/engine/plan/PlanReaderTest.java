package io.tideline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Slo.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          Map.of(
              "Browse", new Catalogue.Entry(List.of("Open", "Scroll"), 5),
              "Write", new Catalogue.Entry(List.of("Save"), 3)));

  private static final String GOOD =
      """
      defaults {
        mix { Browse = 3, Write = 1 }
        think-times { median = 500 ms, Write { median = 2 s } }
        journeys { Browse { requests = 4.5, bytes = 90 KiB } }
        slos = [ { p95 = 300 ms, errors = 2 % } ]
      }
      environments {
        staging {
          base-url = "https://staging.example/"
          hosts = [ "Staging.example" ]
          limits { rate = 20 }
          off-peak { from = "22:00", to = "06:00", zone = "UTC" }
          credentials { password = "STAGING_PASSWORD", headers { X-Key = "STAGING_KEY" } }
        }
      }
      scenarios {
        steady {
          description = "Steady."
          rate = 5
          phases = [
            { name = warm-up, ramp = [0, 1], lasts = 1 m, warm-up = true }
            { name = main, hold = 1, lasts = 10 m }
          ]
        }
        stairs {
          phases = [ { name = step, steps = [1, 2, 4], lasts = 30 s } ]
          slos = [ { journey = Browse, request = Scroll, phase = "step 2", p99 = 1 s, max = 5 s }, { errors = 5 % } ]
        }
        day { phases = [ { name = day, lasts = 24 h, curve = [[0, 0.5], [12, 1], [24, 0.5]] } ] }
      }
      """;

  @TempDir Path folder;

  private Plan read(String text, String... options) {
    return new PlanReader(CATALOGUE, options(options)).read(file(text));
  }

  private List<String> problems(String text, String... options) {
    PlanException refused = catchThrowableOfType(PlanException.class, () -> read(text, options));
    assertThat(refused).as("the plan must be refused").isNotNull();
    return refused.getMessage().lines().toList();
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("plan.conf"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Options options(String... pairs) {
    Map<String, String> properties = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.put(pairs[i], pairs[i + 1]);
    }
    return new Options(properties, Map.of());
  }

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
  void aDurationStretchesTheMeasuredPhasesAndLeavesTheWarmUp() {
    Plan plan = read(GOOD, "scenario", "steady", "duration", "2m");
    assertThat(plan.load().phases())
        .extracting(Phase::duration)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
  }

  @Test
  void speedupShortensEveryPhaseAndKeepsTheRate() {
    Plan plan = read(GOOD, "scenario", "day", "speedup", "60", "rate", "7");
    assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(24));
    assertThat(plan.load().rate()).isEqualTo(7);
    assertThat(plan.load().speedup()).isEqualTo(60);
  }

  @Test
  void stepsBecomeAPhaseEach() {
    Plan plan = read(GOOD, "scenario", "stairs");
    assertThat(plan.load().phases())
        .extracting(Phase::name)
        .containsExactly("step 1", "step 2", "step 3");
    assertThat(plan.load().phases().get(2).levels())
        .containsExactly(new Level(0, 4), new Level(1, 4));
    assertThat(plan.slos())
        .contains(new Slo(new Scope("Browse", "Scroll", "step 2"), Metric.P99, 1000));
  }

  @Test
  void aCurveIsStretchedToThePhase() {
    assertThat(read(GOOD, "scenario", "day").load().phases().get(0).levels())
        .containsExactly(new Level(0, 0.5), new Level(0.5, 1), new Level(1, 0.5));
  }

  @Test
  void anEnvironmentBringsItsTargetAndItsCaps() {
    Plan plan = read(GOOD, "scenario", "steady", "env", "staging");
    assertThat(plan.target().baseUrl()).isEqualTo("https://staging.example");
    assertThat(plan.target().hosts()).containsExactly("staging.example");
    assertThat(plan.limits().rate()).isEqualTo(20);
    assertThat(plan.target().credentials().headers()).containsEntry("X-Key", "STAGING_KEY");
    OffPeak window = plan.target().offPeak();
    assertThat(window).isNotNull();
    assertThat(window.contains(ZonedDateTime.parse("2026-01-01T23:30:00Z"))).isTrue();
    assertThat(window.contains(ZonedDateTime.parse("2026-01-01T05:59:00Z"))).isTrue();
    assertThat(window.contains(ZonedDateTime.parse("2026-01-01T12:00:00Z"))).isFalse();
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
  void anEmptyMixNamesTheJourneys() {
    assertThat(
            problems(GOOD.replace("mix { Browse = 3, Write = 1 }", "mix {}"), "scenario", "steady"))
        .anyMatch(
            p -> p.startsWith("mix: no journey has a weight above 0") && p.contains("Browse"));
    assertThat(problems(GOOD.replace("Browse = 3, Write = 1", "Browse = 0"), "scenario", "steady"))
        .anyMatch(p -> p.startsWith("mix: no journey has a weight above 0"));
  }

  @Test
  void anSloOnAnUnknownRequestJourneyOrPhaseNamesThoseThereAre() {
    String text =
        GOOD.replace(
            "{ p95 = 300 ms, errors = 2 % }",
            "{ request = Opn, p95 = 1 s }, { journey = Sing, p95 = 1 s }, { phase = warm-up, p95 = 1 s }");
    assertThat(problems(text, "scenario", "steady"))
        .anyMatch(
            p -> p.contains("there is no request \"Opn\" here; there are") && p.contains("Scroll"))
        .anyMatch(p -> p.contains("there is no journey \"Sing\" here"))
        .anyMatch(p -> p.contains("there is no phase \"warm-up\" here; there are main"));
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
  void aScenarioOfWarmUpAloneOrOfSilenceIsRefused() {
    assertThat(
            problems(
                GOOD.replace("hold = 1, lasts = 10 m", "hold = 1, lasts = 10 m, warm-up = true"),
                "scenario",
                "steady"))
        .anyMatch(p -> p.contains("all phases are warm-up"));
    assertThat(problems(GOOD.replace("steps = [1, 2, 4]", "steps = [0, 0]"), "scenario", "stairs"))
        .anyMatch(p -> p.contains("no phase has a level above 0"));
  }

  @Test
  void aHostThatIsNotNamedIsRefusedWithTheWayToAllowIt() {
    assertThat(problems(GOOD, "scenario", "steady", "baseUrl", "http://example.org:8080"))
        .containsExactly(
            "-DbaseUrl=http://example.org:8080: no load may go to example.org; environment local allows"
                + " localhost, 127.0.0.1, [::1]. To allow it, name it in environments.local.hosts of the"
                + " plan file");
    assertThat(
            problems(GOOD, "scenario", "steady", "env", "staging", "baseUrl", "http://localhost:1"))
        .anyMatch(p -> p.contains("no load may go to localhost"));
  }

  @Test
  void aBaseUrlThatIsNoneIsRefused() {
    for (String url :
        List.of(
            "localhost:8080", "ftp://localhost", "http://", "http://a b", "http://u:p@localhost")) {
      assertThat(problems(GOOD, "scenario", "steady", "baseUrl", url))
          .as(url)
          .anyMatch(p -> p.contains("is no base URL"));
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
  void aJourneyCostsWhatThePlanSaysAndOneWithoutAWordIsLeftOpen() {
    assertThat(read(GOOD, "scenario", "steady").mix().footprints())
        .isEqualTo(Map.of("Browse", new Footprint(4.5, 90 * 1024)));
  }

  @Test
  void aJourneyThatIsNotInTheMixCostsNothing() {
    assertThat(
            read(GOOD.replace("rate = 5", "rate = 5, mix { Write = 1 }"), "scenario", "steady")
                .mix()
                .footprints())
        .isEmpty();
  }

  @Test
  void aFootprintThatCannotBeIsNamedWithWhatWouldDo() {
    String text =
        GOOD.replace(
            "Browse { requests = 4.5, bytes = 90 KiB }",
            "Browse { requests = 0, bytes = 9 stones, size = 1 }, Write { bytes = 0 B }, Fly {}");
    assertThat(problems(text, "scenario", "steady"))
        .containsExactlyInAnyOrder(
            "plan.conf:4: defaults.journeys.Fly: is not known here; known are Browse, Write",
            "plan.conf:4: defaults.journeys.Browse.size: is not known here;"
                + " known are bytes, requests",
            "plan.conf:4: defaults.journeys.Browse.requests: 0 is no number above 0;"
                + " write for example 10",
            "plan.conf:4: defaults.journeys.Browse.bytes: \"9 stones\" is no size above 0;"
                + " write for example 90 KiB or 2 MiB",
            "plan.conf:4: defaults.journeys.Write.requests: a footprint needs requests and bytes,"
                + " such as { requests = 10, bytes = 90 KiB }",
            "plan.conf:4: defaults.journeys.Write.bytes: \"0 B\" is no size above 0;"
                + " write for example 90 KiB or 2 MiB",
            "plan.conf:4: defaults.journeys.Fly.requests: a footprint needs requests and bytes,"
                + " such as { requests = 10, bytes = 90 KiB }",
            "plan.conf:4: defaults.journeys.Fly.bytes: a footprint needs requests and bytes,"
                + " such as { requests = 10, bytes = 90 KiB }");
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

  @Test
  void aPlanJsonFromBeforeFootprintsIsStillRead() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    Plan plan = read(GOOD, "scenario", "day");
    PlanJson.write(plan, json);
    String text = Files.readString(json);
    String without = text.replaceFirst("(?s),\\s*\"footprints\" : \\{.*?\\}\\s*\\}", "");
    assertThat(without).doesNotContain("footprints");
    Files.writeString(json, without);
    assertThat(PlanJson.read(json).mix()).isEqualTo(new Mix(plan.mix().weights()));
  }

  @Test
  void planJsonGivesBackWhatWasWritten() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    for (String scenario : List.of("steady", "stairs", "day")) {
      Plan plan = read(GOOD, "scenario", scenario, "env", "staging", "duration", "2222ms");
      PlanJson.write(plan, json);
      assertThat(PlanJson.read(json)).isEqualTo(plan);
    }
  }

  @Test
  void aCurveMayStandInACsvFileBesideThePlan() throws IOException {
    Files.writeString(folder.resolve("day.csv"), "seconds,level\n0,0.5\n\n43200,1\n86400,0.5\n");
    String text = GOOD.replace("curve = [[0, 0.5], [12, 1], [24, 0.5]]", "curve = \"day.csv\"");
    assertThat(read(text, "scenario", "day").load().phases().get(0).levels())
        .containsExactly(new Level(0, 0.5), new Level(0.5, 1), new Level(1, 0.5));
  }

  @Test
  void aCurveFileThatIsMissingOrBrokenIsNamedWithItsLine() throws IOException {
    String text = GOOD.replace("curve = [[0, 0.5], [12, 1], [24, 0.5]]", "curve = \"day.csv\"");
    assertThat(problems(text, "scenario", "day").get(0)).contains("day.csv: cannot be read");
    Files.writeString(folder.resolve("day.csv"), "0,1\n10,1,3\n");
    assertThat(problems(text, "scenario", "day").get(0))
        .startsWith("plan.conf:")
        .contains("day.csv:2: \"10,1,3\" is no time and level");
    Files.writeString(folder.resolve("day.csv"), "0,1\n10,one\n");
    assertThat(problems(text, "scenario", "day").get(0)).contains("day.csv:2:", "no number");
    Files.writeString(folder.resolve("day.csv"), "5,1\n10,1\n");
    assertThat(problems(text, "scenario", "day").get(0)).contains("times must rise from 0");
  }

  @Test
  void arrivalsAreEvenUnlessThePlanWantsThemPoisson() {
    assertThat(read(GOOD, "scenario", "steady").load().arrivals()).isEqualTo(Load.Spread.EVEN);
    String poisson = GOOD.replace("rate = 5", "rate = 5, arrivals = poisson");
    assertThat(read(poisson, "scenario", "steady").load().arrivals())
        .isEqualTo(Load.Spread.POISSON);
    assertThat(problems(GOOD.replace("rate = 5", "arrivals = random"), "scenario", "steady").get(0))
        .contains("arrivals: \"random\" is no way to spread arrivals; write for example even or");
  }

  @Test
  void aPlanSaysWhichRiseMustNotGoUnseenAndWhetherSingleRequestsCount() {
    assertThat(read(GOOD, "scenario", "steady").regression()).isEqualTo(new Regression(null, true));
    String asking =
        GOOD.replace("rate = 5", "rate = 5, regression { detect = 10 %, requests = no }");
    assertThat(read(asking, "scenario", "steady").regression())
        .isEqualTo(new Regression(0.1, false));
    String wrong = GOOD.replace("rate = 5", "rate = 5, regression { detect = 0, confirm = 2 }");
    assertThat(problems(wrong, "scenario", "steady"))
        .anyMatch(problem -> problem.contains("regression.detect: 0 is no rise above 0"))
        .anyMatch(problem -> problem.contains("regression.confirm: is not known here"));
  }

  @Test
  void aPlanJsonFromBeforeComparisonsIsComparedInTheStandardWay() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    Plan plan = read(GOOD, "scenario", "day");
    PlanJson.write(plan, json);
    String text = Files.readString(json);
    String without = text.replaceFirst("(?s),\\s*\"regression\" : \\{.*?\\}", "");
    assertThat(without).doesNotContain("regression");
    Files.writeString(json, without);
    assertThat(PlanJson.read(json)).isEqualTo(plan);
  }

  @Test
  void aSliceIsOneOfSoMany() {
    assertThat(read(GOOD, "scenario", "steady", "slice", "1/3").load().slice())
        .isEqualTo(new Slice(1, 3));
    for (String wrong : List.of("3/3", "-1/3", "1", "a/b", "0/0")) {
      assertThat(problems(GOOD, "scenario", "steady", "slice", wrong))
          .containsExactly(
              "-Dslice="
                  + wrong
                  + ": is no slice; write for example 0/3, 1/3 and 2/3 for three"
                  + " generators");
    }
  }

  @Test
  void anSloMayStopTheRun() {
    String text = GOOD.replace("errors = 2 % }", "errors = 2 %, abort = 30 s }");
    assertThat(read(text, "scenario", "steady").slos())
        .containsExactly(
            new Slo(Scope.EVERYTHING, Metric.P95, 300, Duration.ofSeconds(30)),
            new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.02, Duration.ofSeconds(30)));
    assertThat(
            problems(
                GOOD.replace("errors = 2 % }", "errors = 2 %, abort = 10 ms }"), "scenario", "day"))
        .singleElement()
        .asString()
        .contains("abort: \"10 ms\" is no duration of a second or more");
  }

  @Test
  void aPromiseOnLatencyNeedsOneOnErrorsThatCoversIt() {
    assertThat(problems(GOOD.replace(", errors = 2 %", ""), "scenario", "steady"))
        .singleElement()
        .asString()
        .contains("nothing limits the errors of", "add for example { errors = 1 % }");
    String elsewhere =
        GOOD.replace(
            "{ p95 = 300 ms, errors = 2 % }",
            "{ p95 = 300 ms }, { journey = Browse, errors = 2 % }");
    assertThat(problems(elsewhere, "scenario", "steady")).hasSize(1);
  }

  @Test
  void anEnvironmentMakesACapTighterAndNeverLooser() {
    String capped = GOOD.replace("rate = 5", "rate = 5, limits { rate = 7 }");
    assertThat(read(capped, "scenario", "steady", "env", "staging").limits().rate()).isEqualTo(7);
    String loose = capped.replace("limits { rate = 7 }", "limits { rate = 70 }");
    assertThat(read(loose, "scenario", "steady", "env", "staging").limits().rate()).isEqualTo(20);
  }

  @Test
  void anSloOnARequestThatTheMixNeverSendsIsRefused() {
    String text =
        GOOD.replace("Browse = 3, Write = 1", "Browse = 3")
            .replace("{ p95 = 300 ms, errors", "{ request = Save, p95 = 1 s }, { errors");
    assertThat(problems(text, "scenario", "steady"))
        .anyMatch(p -> p.contains("there is no request \"Save\" here; there are Open, Scroll"));
  }

  @Test
  void planJsonNeverHoldsASecret() throws IOException {
    Path json = folder.resolve(PlanJson.FILE_NAME);
    PlanJson.write(read(GOOD, "scenario", "steady", "env", "staging"), json);
    assertThat(Files.readString(json)).contains("STAGING_PASSWORD").doesNotContain("hunter2");
  }

  @Test
  void anotherSchemaOrNoPlanIsRefusedByName() throws IOException {
    Path other = Files.writeString(folder.resolve("o.json"), "{\"schema\":\"tideline/plan/99\"}");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PlanJson.read(other))
        .withMessageContaining("tideline/plan/99");
    Path broken = Files.writeString(folder.resolve("b.json"), "{");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PlanJson.read(broken))
        .withMessageContaining("b.json: not a plan");
  }

  @Test
  void aPhaseReplaysRecordedInstants() throws IOException {
    Files.writeString(folder.resolve("arrivals.txt"), "# a recording\n0.25\n1.5\n\n1.5\n3.125\n");
    Plan plan =
        read(
            GOOD.replace(
                "{ name = main, hold = 1, lasts = 10 m }",
                "{ name = main, instants = \"arrivals.txt\" }"),
            "scenario",
            "steady");
    Phase phase = plan.load().phases().get(1);
    assertThat(phase.instants()).containsExactly(0.25, 1.5, 1.5, 3.125);
    assertThat(phase.duration()).isEqualTo(Duration.ofSeconds(4));
    assertThat(phase.levels().get(2)).isEqualTo(new Level(0.25, 2 / 5.0));
  }

  @Test
  void whatIsWrongWithRecordedInstantsIsSaidWithTheLine() throws IOException {
    Files.writeString(folder.resolve("back.txt"), "2\n1\n");
    Files.writeString(folder.resolve("text.txt"), "2\nsoon\n");
    Files.writeString(folder.resolve("none.txt"), "# nothing\n");
    for (String[] each :
        new String[][] {
          {"back", "back.txt:2: 1 s comes before the line above"},
          {"text", "text.txt:2: \"soon\" is no number of seconds"},
          {"none", "holds 0 instants"},
          {"missing", "cannot be read"}
        }) {
      String phase = "{ name = main, instants = \"" + each[0] + ".txt\" }";
      assertThatExceptionOfType(PlanException.class)
          .isThrownBy(
              () ->
                  read(
                      GOOD.replace("{ name = main, hold = 1, lasts = 10 m }", phase),
                      "scenario",
                      "steady"))
          .withMessageContaining(each[1]);
    }
  }

  @Test
  void aReadyMadeProfileIsCalledByItsName() throws IOException {
    String phases = GOOD.substring(GOOD.indexOf("phases = ["), GOOD.indexOf("stairs {"));
    Plan plan = read(GOOD.replace(phases, "phases = spike\n }\n"), "scenario", "steady");
    assertThat(plan.load().phases())
        .extracting(Phase::name)
        .containsExactly("warm-up", "before", "burst", "after");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> read(GOOD.replace(phases, "phases = spoke\n }\n"), "scenario", "steady"))
        .withMessageContaining("there is no profile \"spoke\"; there are smoke, baseline");
  }
}
