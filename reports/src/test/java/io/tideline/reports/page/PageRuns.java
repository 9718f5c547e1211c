package io.tideline.reports.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.plan.Caching;
import io.tideline.engine.plan.Caching.Judge;
import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scaling;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.Unit;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.JsonText;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.RunRecords;
import io.tideline.reports.testkit.SampleFaults;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.testkit.SampleSoak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs that pages are drawn of in tests: healthy, failing, cut off, of a search, of a day. */
final class PageRuns {
  private static final List<Phase> PHASES =
      List.of(
          SampleRun.phase("warm-up", 10, true, 0.5),
          SampleRun.phase("steady", 60, false, 1),
          SampleRun.phase("burst", 30, false, 2));
  private static final List<Slo> SLOS =
      List.of(
          new Slo(Scope.EVERYTHING, Metric.P95, 120),
          new Slo(Scope.EVERYTHING, Metric.P99, 300),
          new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01),
          new Slo(new Scope("Browse timeline", null, null), Metric.P95, 120),
          new Slo(new Scope("Browse timeline", "Open timeline", null), Metric.P95, 150),
          new Slo(new Scope(null, null, "burst"), Metric.ERRORS, 0.02));

  /** Slower and slower in the burst, when it also fails. */
  private static final TargetModel SICK_IN_THE_BURST =
      (request, second, random) -> {
        int millis = SampleRun.HEALTHY.answer(request, second, random);
        boolean sick = second > 70 && request.equals("Open timeline");
        return sick && random.nextInt(12) == 0 ? -6 * millis : sick ? 5 * millis : millis;
      };

  private final Path folder;
  private int runs;

  /**
   * @param folder for results folders
   */
  PageRuns(Path folder) {
    this.folder = folder;
  }

  Findings healthy() throws IOException {
    return judged(sample(SampleRun.HEALTHY, Duration.ofNanos(200_000)), earlier(4));
  }

  /** Without earlier runs, and with users who started late. */
  Findings alone() throws IOException {
    return judged(sample(SampleRun.HEALTHY, Duration.ofMillis(3)), List.of());
  }

  Findings failing() throws IOException {
    return judged(sample(SICK_IN_THE_BURST, Duration.ofMillis(3)), earlier(4));
  }

  /** Earlier runs, each a little faster or slower than the next. */
  List<Run> earlier(int count) throws IOException {
    List<Run> earlier = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double factor = 0.93 + 0.04 * (i % 3);
      earlier.add(
          sample(
              (request, second, random) ->
                  (int) Math.round(factor * SampleRun.HEALTHY.answer(request, second, random)),
              Duration.ofNanos(200_000)));
    }
    return earlier;
  }

  /** A run whose log ends in the middle. */
  Findings cutOff() throws IOException {
    Path results = results();
    SampleRun.of(SampleRun.plan(10, PHASES, SLOS), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(results);
    Path log = results.resolve("simulation.log");
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length / 2));
    return judged(new ResultsFolder(results).read().run(), List.of());
  }

  /** A run that ended before its first request. */
  Findings empty() throws IOException {
    Path results = results();
    SampleRun.of(SampleRun.plan(10, PHASES, SLOS), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(results);
    Path log = results.resolve("simulation.log");
    Files.write(log, Arrays.copyOf(Files.readAllBytes(log), 200));
    return judged(new ResultsFolder(results).read().run(), List.of());
  }

  /** A run whose target is broken for ten seconds and comes back seven seconds later. */
  Findings faults() throws IOException {
    Path results = SampleFaults.write(results(), SampleFaults.failing(42), SampleFaults.promises());
    SampleFaults.writes(results, 2, 1);
    return judged(new ResultsFolder(results).read().run(), List.of());
  }

  Findings search() throws IOException {
    Path results = results();
    List<Phase> phases = List.of(SampleRun.phase("search", 240, false, 1));
    SampleRun.of(SampleRun.plan(8, phases, List.of()), SampleRun.HEALTHY, Duration.ZERO)
        .writeTo(results);
    new CapacityFile(results.resolve("tideline").resolve(CapacityFile.FILE_NAME))
        .write(SampleSearch.record());
    return judged(new ResultsFolder(results).read().run(), List.of());
  }

  /** A target that scales, with a cache, whose pool is used up in the burst. */
  Findings scaled() throws IOException {
    Plan plan =
        SampleRun.plan(12, PHASES, SLOS)
            .scaling(new Scaling("replicas", Duration.ofSeconds(20), null, 1L, 3L))
            .caching(new Caching(0.5, null, null, Judge.TARGET, null));
    Path results = Files.createDirectories(results());
    Run run =
        RunRecords.of(results, plan, SICK_IN_THE_BURST)
            .consumed(
                at ->
                    List.of(
                        new Reading("replicas", Unit.COUNT, at < 76 ? 1 : 2, null, null),
                        new Reading("cache hits timeline", Unit.SHARE, 0.7, null, null),
                        new Reading("pool", Unit.COUNT, at < 74 ? 3 : 8, 8.0, 2.0)))
            .run();
    return judged(run, List.of());
  }

  /** A run in which names and messages are what an attacker would make them. */
  Findings hostile(String text) throws IOException {
    Run run = sample(SICK_IN_THE_BURST, Duration.ofMillis(3));
    String json = JsonText.object().put("x", text).toString();
    String escaped = json.substring(6, json.length() - 2);
    String changed =
        RunJson.text(run)
            .replace("\"Open timeline\"", "\"" + escaped + "\"")
            .replace("Browse timeline", escaped)
            .replace("status.find.in(200)", escaped)
            .replace("http://localhost:8080", escaped)
            .replace("\"burst\"", "\"" + escaped + "\"");
    return judged(read(changed), List.of(run));
  }

  /** A day in 1,440 intervals, with three times as many requests as the sample has. */
  Findings day() throws IOException {
    List<Phase> phases =
        List.of(
            SampleRun.phase("warm-up", 600, true, 1), SampleRun.phase("soak", 85_790, false, 1));
    ObjectNode json =
        (ObjectNode)
            JsonText.parse(
                RunJson.text(sample(2, phases, SampleRun.HEALTHY, Duration.ofMillis(1))));
    copyRequests((ArrayNode) json.get("requests"));
    copyRequests((ArrayNode) json.get("timeline").get("requests"));
    return judged(read(JsonText.of(json)), List.of());
  }

  /** A day in which the heap leaks, response times drift, and the source is away for a while. */
  Findings leaking() throws IOException {
    SampleSoak.Shape shape =
        new SampleSoak.Shape() {
          @Override
          public double heap(double hour, double load) {
            return SampleSoak.LEAKING.heap(hour, load);
          }

          @Override
          public double slower(double hour) {
            return 1 + 0.02 * hour;
          }

          @Override
          public boolean answers(double hour) {
            return hour < 10 || hour > 11.2;
          }
        };
    Run run = new SampleSoak(24, 1, shape).run(results(), DriftPlan.STANDARD);
    return Findings.of(run, Gate.judge(run));
  }

  private static void copyRequests(ArrayNode requests) {
    List<JsonNode> rows = new ArrayList<>();
    requests.forEach(rows::add);
    for (String copy : List.of(" again", " once more")) {
      for (JsonNode row : rows) {
        ObjectNode node = row.deepCopy();
        requests.add(node.put("name", row.get("name").asText() + copy));
      }
    }
  }

  Run sample(TargetModel target, Duration lag) throws IOException {
    return sample(12, PHASES, target, lag);
  }

  private Run sample(double rate, List<Phase> phases, TargetModel target, Duration lag)
      throws IOException {
    Path results = results();
    SampleRun.of(SampleRun.plan(rate, phases, SLOS), target, lag).writeTo(results);
    return new ResultsFolder(results).read().run();
  }

  private Path results() {
    runs++;
    return folder.resolve("run-" + runs);
  }

  private Run read(String json) throws IOException {
    return RunReader.read(Files.writeString(folder.resolve("run.json"), json));
  }

  static Findings judged(Run run, List<Run> earlier) {
    Plan plan = run.plan();
    Verdict verdict = Gate.judge(run, plan.slos(), plan.validity());
    return Findings.of(run, verdict, earlier);
  }
}
