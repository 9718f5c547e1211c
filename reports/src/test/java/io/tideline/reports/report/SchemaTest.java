package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tideline.engine.ledger.WriteLedger;
import io.tideline.engine.ledger.Writes;
import io.tideline.engine.ledger.WritesCheck;
import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.plan.Access;
import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Footprint;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.OffPeak;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.ResourceSource;
import io.tideline.engine.plan.ResourceSource.Rule;
import io.tideline.engine.plan.Scaling;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Search;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.plan.Target;
import io.tideline.engine.plan.Validity;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.search.Ending;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.LogEncoder;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleCapacity;
import io.tideline.reports.testkit.SampleFaults;
import io.tideline.reports.testkit.SampleResources;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.testkit.SampleRuns;
import io.tideline.reports.testkit.SampleSoak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds what is written against the schemas in docs/schema, and the schemas against what is not.
 */
class SchemaTest {
  private static final Path SCHEMAS = Path.of("..", "docs", "schema");
  private static final List<Phase> PHASES =
      List.of(SampleRun.phase("warm-up", 5, true, 1), SampleRun.phase("steady", 40, false, 1));

  @TempDir Path folder;

  @Test
  void everythingWrittenOfARunOfTidelineIsAsItsSchemaSays() throws Exception {
    Plan plan =
        SampleRun.plan(
            5,
            PHASES,
            List.of(
                new Slo(new Scope("Browse timeline", null, "steady"), Metric.P95, 10),
                new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01),
                new Slo(new Scope(null, "Nothing", null), Metric.P999, 10)));
    SampleRun.of(plan, SampleRuns.SICK_AFTER_25_SECONDS, Duration.ofMillis(3)).writeTo(folder);
    SampleResources.write(folder.resolve("tideline").resolve(ResourceLog.FILE_NAME));

    Analysis.analyze(folder).write();

    assertThat(problems("plan", PlanJson.FILE_NAME)).isEmpty();
    assertThat(problems("run", "run.json")).isEmpty();
    assertThat(problems("verdict", "verdict.json")).isEmpty();
    assertThat(problems("tickets", "tickets.json")).isEmpty();
  }

  @Test
  void aRunThatSearchedIsAsItsSchemasSay() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Search search =
        new Search(
            new Search.Levels(0.25, 1, 20),
            new Search.Times(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10)),
            Duration.ofHours(2),
            12.5);
    Path tideline = folder.resolve("tideline");
    PlanJson.write(
        SampleRun.plan(3, List.of(SampleRun.phase("only", 2, false, 1)), List.of())
            .searching(search),
        tideline.resolve("plan.json"));
    for (Ending ending : Ending.values()) {
      new CapacityFile(tideline.resolve(CapacityFile.FILE_NAME))
          .write(SampleCapacity.of(ending, 5.0));
      Analysis.analyze(folder).write();
      assertThat(problems("plan", "plan.json")).isEmpty();
      assertThat(problems("run", "run.json")).isEmpty();
      assertThat(problems("verdict", "verdict.json")).isEmpty();
      assertThat(problems("tickets", "tickets.json")).isEmpty();
    }
  }

  @Test
  void aRunWithFaultsIsAsItsSchemasSay() throws Exception {
    SampleFaults.write(folder, SampleFaults.failing(42), SampleFaults.promises());
    SampleFaults.writes(folder, 2, 1);

    Analysis.analyze(folder).write();

    assertThat(problems("plan", "plan.json")).isEmpty();
    assertThat(problems("run", "run.json")).isEmpty();
    assertThat(problems("verdict", "verdict.json")).isEmpty();
    assertThat(problems("tickets", "tickets.json")).isEmpty();
  }

  @Test
  void theResultsOfALogCutAnywhereAreAsTheirSchemasSay() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Path log = folder.resolve("simulation.log");
    byte[] whole = Files.readAllBytes(log);
    for (int length = 0; length <= whole.length; length += 41) {
      Files.write(log, Arrays.copyOf(whole, length));
      Analysis.analyze(folder).write();
      assertThat(problems("run", "run.json")).isEmpty();
      assertThat(problems("verdict", "verdict.json")).isEmpty();
      assertThat(problems("tickets", "tickets.json")).isEmpty();
    }
  }

  @Test
  void theResultsOfAForeignRunAreAsTheirSchemasSay() throws Exception {
    LogEncoder log =
        new LogEncoder("3.13.2", 5, List.of("Browse"))
            .user(0, true, 1)
            .request(List.of("Alone"), 1, 3, "")
            .error("Other: no ", 4)
            .user(0, false, 5);
    Files.write(folder.resolve("simulation.log"), log.bytes());

    Analysis.analyze(folder).write();

    assertThat(problems("run", "run.json")).isEmpty();
    assertThat(problems("verdict", "verdict.json")).isEmpty();
    assertThat(problems("tickets", "tickets.json")).isEmpty();
  }

  @Test
  void aPlanWithAllThatIsOptionalIsAsItsSchemaSays() throws Exception {
    Plan plan = SampleRun.plan(0.5, PHASES, List.of());
    Target target =
        new Target(
            "staging",
            "https://memories.example",
            List.of("memories.example"),
            new OffPeak(LocalTime.of(20, 0), LocalTime.of(6, 0), ZoneId.of("UTC")),
            new Target.Credentials("PASSWORD", Map.of("X-Api-Key", "KEY")),
            "/version",
            List.of(
                new ResourceSource(
                    "/metrics",
                    List.of("micrometer"),
                    List.of(new Rule("jobs", "count", "running", "8", "queued", "kind")),
                    Duration.ofSeconds(5)),
                new ResourceSource(
                    "http://memories.example:9090",
                    List.of("kubernetes"),
                    List.of(),
                    Duration.ofSeconds(15),
                    new Access(Map.of("X-Api-Key", "KEY"), "TOKEN", null),
                    new ResourceSource.Server(
                        Map.of("job", "memories"),
                        List.of(new Rule("up", "count", "sum(up)", null, null, null))))));
    Plan staged =
        new Plan(
                plan.scenario(),
                plan.description(),
                target,
                plan.load(),
                new Mix(
                    plan.mix().weights(), Map.of("Create memory", new Footprint(6.2, 9 * 1024))),
                plan.thinkTimes(),
                plan.slos(),
                plan.limits(),
                plan.validity())
            .breaking(BrokenPlan.FAULTS);
    Files.createDirectories(folder.resolve("tideline"));

    PlanJson.write(
        staged
            .caching(new Caching(0.8, 0.99, "steady", Judge.REPLIES, "timeline"))
            .scaling(new Scaling("replicas", Duration.ofMinutes(2), null, 1L, 4L))
            .onSampleService(List.of("--workers=1..4")),
        folder.resolve("tideline").resolve("plan.json"));

    assertThat(problems("plan", "plan.json")).isEmpty();
  }

  @Test
  void ticketsThatAreKeptBetweenRunsAreAsTheirSchemaSays() throws Exception {
    Slo slow = new Slo(Scope.EVERYTHING, Metric.P95, 1);
    SampleRun.of(SampleRun.plan(5, PHASES, List.of(slow)), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(folder);
    Path kept = folder.resolve("tideline");

    new TicketFolder(kept).note(Analysis.analyze(folder), System.out);

    assertThat(Files.readString(kept.resolve("tickets.json"))).contains("\"state\" : \"open\"");
    assertThat(problems("tickets", "tickets.json")).isEmpty();
  }

  @Test
  void aVerdictBesideEarlierRunsIsAsItsSchemaSays() throws Exception {
    RunSeries nights = new RunSeries(folder);
    List<Run> earlier = nights.next(4, SampleRun.HEALTHY);
    TargetModel slower =
        (request, second, random) -> 2 * SampleRun.HEALTHY.answer(request, second, random);
    Run run = nights.next(slower);
    Path file = Files.createDirectories(folder.resolve("tideline")).resolve("verdict.json");
    for (int accepted : new int[] {0, 4}) {
      for (int fresh : new int[] {0, 3}) {
        Verdict verdict =
            Gate.judge(
                run,
                List.of(),
                Validity.STANDARD,
                new Earlier(
                    earlier.subList(0, accepted),
                    earlier.subList(0, fresh),
                    nights.next(fresh, slower),
                    BandSettings.STANDARD));
        Files.writeString(file, VerdictJson.text(verdict));
        assertThat(problems("verdict", "verdict.json")).isEmpty();
      }
    }
    assertThat(Files.readString(file))
        .contains("\"anchor\" : {")
        .contains("\"kind\" : \"regression\"");
  }

  @Test
  void aSoakThatLeaksIsAsItsSchemasSay() throws Exception {
    new SampleSoak(24, 60, SampleSoak.LEAKING).writeTo(folder, DriftPlan.STANDARD);

    Analysis.analyze(folder).write();

    assertThat(Files.readString(folder.resolve("tideline/verdict.json")))
        .contains("\"answer\" : \"leak\"", "\"answer\" : \"stable\"");
    for (String name : List.of("plan", "run", "verdict", "tickets")) {
      assertThat(problems(name, name + ".json")).as(name).isEmpty();
    }
  }

  @Test
  void aFieldThatNobodyKnowsIsNotAllowed() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Analysis.analyze(folder).write();
    for (String name : List.of("plan", "run", "verdict", "tickets")) {
      Path file = folder.resolve("tideline").resolve(name + ".json");
      String text = Files.readString(file);
      Files.writeString(file, text.replaceFirst("\\{", "{\"surprise\": 1,"));
      assertThat(problems(name, name + ".json")).as(name).isNotEmpty();
      Files.writeString(file, text.replaceFirst("tideline/" + name + "/1", "tideline/other/1"));
      assertThat(problems(name, name + ".json")).as(name).isNotEmpty();
    }
  }

  @Test
  void aRowOfRunJsonHoldsNothingButWhatTheSchemaNames() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Analysis.analyze(folder).write();
    Path file = folder.resolve("tideline").resolve("run.json");
    String text = Files.readString(file);

    Files.writeString(file, text.replaceFirst("\"unsent\" :", "\"sent\" :"));

    assertThat(problems("run", "run.json")).isNotEmpty();
  }

  @Test
  void whatBecameOfWritesIsAsItsSchemaSays() throws Exception {
    Path tideline = Files.createDirectories(folder.resolve("tideline"));
    try (WriteLedger ledger = new WriteLedger(() -> Optional.of(tideline), Clock.systemUTC())) {
      for (int account = 0; account < 4; account++) {
        String key = ledger.sent("memory", account);
        if (account < 3) {
          ledger.acknowledged(key, "m" + account);
        }
      }
    }

    new WritesCheck(write -> (int) write.account(), WritesCheck.Bounds.USUAL).run(tideline);

    assertThat(problems("writes", Writes.FILE_NAME)).isEmpty();
    assertThat(Writes.read(tideline).orElseThrow().lost()).hasSize(1);
    assertThat(Writes.read(tideline).orElseThrow().duplicated()).hasSize(2);
  }

  private List<String> problems(String schema, String file) throws IOException {
    Schema loaded =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMAS.resolve(schema + ".schema.json")));
    String text = Files.readString(folder.resolve("tideline").resolve(file));
    return loaded.validate(text, InputFormat.JSON).stream().map(Error::toString).toList();
  }
}
