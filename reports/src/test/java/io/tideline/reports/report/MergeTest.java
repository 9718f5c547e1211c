package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.History;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.SampleFaults;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SLICES = 3;
  private static final Plan PLAN =
      SampleRun.plan(
          20,
          List.of(SampleRun.phase("first", 10, true, 1), SampleRun.phase("second", 30, false, 2)),
          List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.1)));

  @TempDir Path folder;
  private final List<ObjectNode> slices = new ArrayList<>();

  @BeforeEach
  void sample() throws Exception {
    for (int i = 0; i < SLICES; i++) {
      slices.add(json(run("slice" + i, sliced(PLAN, i, SLICES))));
    }
  }

  @Test
  void slicesThatFitTogetherPass() throws Exception {
    Verdict verdict = merged().verdict();

    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.isFitForHistory()).isTrue();
  }

  @Test
  void slicesMadeAnHourApartAreInvalidWithAllFigures() throws Exception {
    shift(slices.get(1), 3_600_000);

    Analysis merged = merged();

    assertInvalid(merged, "the generators did not run together", "3600.0 s apart");
    assertThat(merged.run().users().started()).isEqualTo(PLAN.load().phases().size() * 700L);
    assertThat(merged.write().problems()).isEmpty();
    Run kept = RunReader.read(merged.tideline());
    assertThat(Analysis.of(kept, merged.tideline()).verdict().result()).isEqualTo(Result.INVALID);
  }

  @Test
  void startsByHandMayBeSecondsApartAndNoMore() throws Exception {
    shift(slices.get(1), 4_900);
    assertThat(merged().verdict().result()).isEqualTo(Result.PASS);

    shift(slices.get(2), -200);
    assertInvalid(merged(), "5.1 s apart, at most 5.0 s allowed");
  }

  @Test
  void aSliceThatPausedAloneDidNotRunTogether() throws Exception {
    ((ObjectNode) slices.get(1).get("phases").get(1)).put("startSeconds", 25);

    assertInvalid(merged(), "phase second began 15.0 s apart");
  }

  @Test
  void anUnknownStartIsNoStartTogether() throws Exception {
    at(slices.get(1), "run").putNull("start");

    assertInvalid(merged(), "nothing says when slice1 began");
  }

  @Test
  void anotherTargetIsNotOneTarget() throws Exception {
    for (String other :
        List.of(
            "http://localhost:8081",
            "https://localhost:8080",
            "http://other:8080",
            "http://localhost:8080/v2",
            "http://localhost")) {
      sample(1, json -> target(json).put("baseUrl", other));
      assertInvalid(merged(), "not on one target");
    }
    sample(1, json -> target(json).put("env", "staging"));
    assertInvalid(merged(), "not in one environment");
    sample(1, json -> ((ObjectNode) json.get("run").get("versions")).put("target", "2.0"));
    assertInvalid(merged(), "the target's version differs: slice0 1.0, slice1 2.0");
  }

  @Test
  void oneTargetMayBeSpelledDifferently() throws Exception {
    sample(1, json -> target(json).put("baseUrl", "HTTP://LocalHost:8080/"));

    assertThat(merged().verdict().result()).isEqualTo(Result.PASS);
  }

  @Test
  void aLoopbackAddressIsAnotherTargetOnEachHost() throws Exception {
    machine(slices.get(1)).put("host", "other");

    assertInvalid(merged(), "is another one on each generator");
  }

  @Test
  void anotherPlanIsSaid() throws Exception {
    sample(1, json -> at(json, "plan", "load").put("seed", 43));
    assertInvalid(merged(), "the plan's load.seed is 42 and 43");
    sample(1, json -> at(json, "plan", "load").put("speedup", 2.0));
    assertInvalid(merged(), "load.speedup is 1.0 and 2.0");
    sample(1, json -> at(json, "plan").put("scenario", "soak"));
    assertInvalid(merged(), "the plan's scenario");
    sample(1, json -> ((ObjectNode) json.get("phases").get(1)).put("name", "third"));
    assertInvalid(merged(), "slice1 has other phases than slice0, was left out");
    sample(1, json -> ((ObjectNode) json.at("/plan/slos/0")).put("limit", 0.2));
    assertInvalid(merged(), "the plan's slos[0].limit is 0.1 and 0.2");
    sample(1, json -> json.putNull("injection"));
    assertInvalid(merged(), "slice1: No record of starts");
    sample(1, json -> at(json, "origin", "subject").put("data", "fedcba9876543210"));
    assertInvalid(merged(), "the feeders' data differs");
    sample(1, json -> json.putNull("plan"));
    assertInvalid(merged(), "slice1 has no plan and was left out");
  }

  @Test
  void aMissingSliceATwinAndAStrangerAreSaid() throws Exception {
    ObjectNode last = slices.remove(2);
    assertInvalid(merged(), "slice 2/3 is missing");

    slices.add(slices.get(1).deepCopy());
    assertInvalid(merged(), "slice1 is the same run as slice1");

    slices.set(2, json(run("of two", sliced(PLAN, 1, 2))));
    assertInvalid(merged(), "of two is slice 1/2, but slice0 is one of 3");

    slices.set(2, last);
    ObjectNode twin = last.deepCopy();
    shift(twin, 1_000);
    slices.add(twin);
    assertInvalid(merged(), "are both slice 2/3");
  }

  @Test
  void mixedMachinesAreAWarning() throws Exception {
    machine(slices.get(1)).put("processors", 64);
    machine(slices.get(2)).put("java", "Another JVM 21");

    Verdict verdict = merged().verdict();

    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(String.join(" ", verdict.warnings()))
        .contains("machine differs")
        .contains("JVM differs");
    assertThat(verdict.isFitForHistory()).isFalse();
  }

  @Test
  void aSliceThatDidNotEndOrWasUnwellSpoilsTheWhole() throws Exception {
    for (String ending : List.of("cut off", "damaged", "interrupted", "stopped")) {
      sample(2, json -> at(json, "run").put("ending", ending));
      assertInvalid(merged(), "slice2: Run " + ending);
    }
    sample(2, json -> json.set("generator", generator(1)));
    slices.get(0).putNull("generator");
    slices.get(1).putNull("generator");
    assertInvalid(merged(), "slice0: No record of the generator's health", "slice1: No record");
    for (ObjectNode each : slices) {
      each.set("generator", generator(0));
    }
    assertThat(merged().verdict().result()).isEqualTo(Result.PASS);
    slices.get(1).set("generator", generator(60));
    assertInvalid(merged(), "slice1: ");
  }

  @Test
  void theLostWritesOfEachSliceAddUp() throws Exception {
    Plan plan = SampleFaults.plan(SampleFaults.promises());
    slices.clear();
    for (int i = 0; i < 2; i++) {
      Path results =
          SampleFaults.write(folder.resolve("f" + i), SampleRun.HEALTHY, SampleFaults.promises());
      PlanJson.write(sliced(plan, i, 2), results.resolve("tideline").resolve("plan.json"));
      SampleFaults.writes(results, 2 * i, i);
      slices.add(json(new ResultsFolder(results).read().run()));
    }

    Analysis merged = merged();

    var aftermath = merged.run().aftermath();
    assertThat(aftermath).isNotNull();
    assertThat(aftermath.writes()).isNotNull();
    assertThat(aftermath.writes().acknowledged()).isEqualTo(200);
    assertThat(aftermath.writes().lost()).isEqualTo(2);
    assertThat(aftermath.writes().duplicated()).isEqualTo(1);
    assertThat(aftermath.dependencies().get(0).attempts()).contains(40L);
    assertThat(aftermath.transitions()).isNotNull();
    assertThat(aftermath.transitions().list()).hasSize(5);
    assertThat(merged.verdict().result()).isNotEqualTo(Result.PASS);
    assertThat(merged.verdict().checks())
        .anyMatch(check -> check.sentence().startsWith("2 of 200 acknowledged writes lost"));
    ((ObjectNode) slices.get(1).get("resilience")).putNull("writes");
    assertInvalid(merged(), "acknowledged writes of f1 were not looked up");
    sampleless(slices.get(1));
    assertInvalid(merged(), "has no record of proxy database");
  }

  private static void sampleless(ObjectNode json) {
    ((ObjectNode) json.get("resilience")).putArray("dependencies");
    ArrayNode proxies = (ArrayNode) json.at("/plan/faults/proxies");
    proxies
        .addObject()
        .put("name", "database")
        .put("listen", "localhost:15432")
        .put("upstream", "localhost:5432")
        .put("protocol", "tcp");
  }

  @Test
  void aSliceAloneIsPartOfARunAndEntersNoHistory() throws Exception {
    Run slice = RunReader.read(write(slices.get(0), "alone"));
    Analysis alone = Analysis.of(slice, folder.resolve("alone"));

    assertInvalid(alone, "judge the whole with merge");
    assertThat(alone.succeeded()).isTrue();
    History history = new History(folder.resolve("history"));
    Past past = Past.of(slice, history, BandSettings.STANDARD);
    assertThat(past.keep(alone.against(past.earlier()))).isEmpty();
    assertThatThrownBy(() -> history.shelfOf(slice).accept(slice))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("merge its slices");
    assertThat(slice.fingerprint().differences(merged().run().fingerprint())).isNotEmpty();
  }

  @Test
  void aSliceInAnOldHistoryIsNotComparedWith() throws Exception {
    Run whole = merged().run();
    History history = new History(folder.resolve("history"));
    Path accepted = Files.createDirectories(history.shelfOf(whole).folder().resolve("accepted"));
    Files.writeString(accepted.resolve("old.json"), slices.get(0).toString());

    assertThat(history.shelfOf(whole).read().runs()).isEmpty();
    assertThat(history.shelfOf(whole).read().problems().get(0)).contains("a slice, part of a run");
    assertThat(accepted.resolve("old.json")).exists();
  }

  @Test
  void aSliceThatWasCutOffOrUnwellDoesNotSucceed() throws Exception {
    at(slices.get(0), "run").put("ending", "aborted");
    slices.get(1).set("generator", generator(60));
    for (ObjectNode each : slices.subList(0, 2)) {
      Run slice = RunReader.read(write(each, "bad"));
      assertThat(Analysis.of(slice, folder.resolve("bad")).succeeded()).isFalse();
    }
  }

  /** Whatever is done to some slices of a run, the whole does not PASS. */
  @Test
  void noRandomSetOfSpoiledSlicesPasses() throws Exception {
    List<Consumer<List<ObjectNode>>> spoiling =
        List.of(
            all -> all.remove(0),
            all -> all.remove(all.size() - 1),
            all -> all.add(all.get(0).deepCopy()),
            all -> shift(all.get(0), 60_000),
            all -> shift(all.get(all.size() - 1), -7_200_000),
            all -> at(all.get(0), "run").put("ending", "cut off"),
            all -> at(all.get(0), "run").put("ending", "aborted"),
            all -> at(all.get(0), "run").putNull("start"),
            all -> target(all.get(all.size() - 1)).put("baseUrl", "http://elsewhere:1"),
            all -> at(all.get(0), "plan", "load").put("seed", 1),
            all -> at(all.get(0), "plan", "load", "slice").put("of", 5),
            all -> at(all.get(0), "origin", "subject").put("data", "0"),
            all -> all.get(0).set("generator", generator(60)),
            all -> all.get(0).putNull("plan"));
    List<ObjectNode> good = List.copyOf(slices);
    Random random = new Random(13);
    for (int i = 0; i < 20; i++) {
      slices.clear();
      good.forEach(each -> slices.add(each.deepCopy()));
      java.util.Collections.shuffle(slices, random);
      int first = random.nextInt(spoiling.size());
      spoiling.get(first).accept(slices);
      int second = random.nextInt(spoiling.size());
      if (random.nextBoolean() && second >= 3 && second != spoiling.size() - 1 && first != 13) {
        spoiling.get(second).accept(slices);
      }
      assertThat(merged().verdict().result())
          .as("spoiled by %d and %d", first, second)
          .isNotEqualTo(Result.PASS);
    }
  }

  private static ObjectNode generator(int busySeconds) {
    return JSON.createObjectNode()
        .put("samples", 30)
        .put("cpuMean", 0.5)
        .put("cpuMax", busySeconds > 0 ? 1.0 : 0.5)
        .put("busySeconds", busySeconds)
        .put("gcMillis", 10)
        .put("gcMaxMillis", 5)
        .put("pauseMaxMillis", 5)
        .put("queuedMax", 1)
        .put("heapMaxBytes", 1_000_000);
  }

  private void sample(int index, Consumer<ObjectNode> change) throws IOException {
    slices.clear();
    for (int i = 0; i < SLICES; i++) {
      slices.add(
          (ObjectNode) JSON.readTree(folder.resolve("slice" + i).resolve("kept.json").toFile()));
    }
    change.accept(slices.get(index));
  }

  private static void assertInvalid(Analysis analysis, String... parts) {
    assertThat(analysis.verdict().result()).isEqualTo(Result.INVALID);
    assertThat(String.join(" ", analysis.verdict().reasons())).contains(parts);
  }

  private Analysis merged() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      runs.add(RunReader.read(write(slices.get(i), "in" + i)));
    }
    return Analysis.merging(runs, new ResultsFolder(folder.resolve("whole")));
  }

  private Path write(JsonNode json, String name) throws IOException {
    return Files.writeString(folder.resolve(name + ".json"), json.toString());
  }

  private Run run(String name, Plan plan) throws IOException {
    Path results =
        SampleRun.of(plan, SampleRun.HEALTHY, Duration.ofMillis(1)).writeTo(folder.resolve(name));
    Run run = new ResultsFolder(results).read().run();
    Files.writeString(results.resolve("kept.json"), RunJson.text(run));
    return run;
  }

  private static ObjectNode json(Run run) throws IOException {
    return (ObjectNode) JSON.readTree(RunJson.text(run));
  }

  private static Plan sliced(Plan plan, int index, int of) throws IOException {
    ObjectNode tree = PlanJson.tree(plan);
    at(tree, "load").putObject("slice").put("index", index).put("of", of);
    return PlanJson.of(tree, "slice");
  }

  private static ObjectNode at(ObjectNode json, String... path) {
    ObjectNode found = json;
    for (String each : path) {
      found = (ObjectNode) found.required(each);
    }
    return found;
  }

  private static ObjectNode target(ObjectNode json) {
    return at(json, "plan", "target");
  }

  private static ObjectNode machine(ObjectNode json) {
    return at(json, "origin", "machine");
  }

  private static void shift(ObjectNode json, long millis) {
    ObjectNode run = at(json, "run");
    if (!run.get("start").isNull()) {
      Instant start = Instant.parse(run.get("start").asText());
      run.put("start", start.plusMillis(millis).toString());
    }
  }
}
