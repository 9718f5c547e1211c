package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.engine.health.HealthLog;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.testkit.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicedRunTest {
  private static final Plan PLAN =
      SampleRun.plan(
          20,
          List.of(SampleRun.phase("first", 10, true, 1), SampleRun.phase("second", 30, false, 2)),
          List.of());

  @TempDir Path folder;

  /** Down to the byte: counts, histograms, errors, users, injection, phases and time line. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theSlicesOfARunTogetherAreTheRun(int n) throws Exception {
    for (TargetModel target :
        List.of(SampleRuns.SICK_AFTER_25_SECONDS, SampleRuns.WITH_A_LONG_TAIL)) {
      Run whole = run("whole", PLAN, target);
      List<Run> slices = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        slices.add(run("slice " + i, sliced(PLAN, i, n), target));
      }
      Collections.shuffle(slices, new Random(n));

      Run merged = SlicedRun.of(slices, "whole");

      assertThat(RunJson.text(merged)).isEqualTo(RunJson.text(whole));
    }
  }

  @Test
  void aLongRunsTimeLineIsTheSameAlthoughItsIntervalsAreLonger() throws Exception {
    Plan plan = SampleRun.plan(0.5, List.of(SampleRun.phase("only", 1_600, false, 1)), List.of());
    Run whole = run("whole", plan, SampleRun.HEALTHY);
    Run merged =
        SlicedRun.of(
            List.of(
                run("a", sliced(plan, 0, 2), SampleRun.HEALTHY),
                run("b", sliced(plan, 1, 2), SampleRun.HEALTHY)),
            "whole");

    assertThat(merged.timeLine().intervalSeconds()).isEqualTo(5);
    assertThat(RunJson.text(merged)).isEqualTo(RunJson.text(whole));
  }

  @Test
  void intervalsOfAnyLengthJoinWithoutLoss() {
    TimeLine fine = line(1_400, 1);
    TimeLine coarse = line(1_600, 5);

    TimeLine merged = MergedTimeLine.of(List.of(fine, coarse));

    assertThat(merged.intervalSeconds()).isEqualTo(5);
    assertThat(merged.moments()).hasSize(320);
    assertThat(requests(merged)).isEqualTo(requests(fine) + requests(coarse));
    assertThat(requests(MergedTimeLine.of(List.of(merged)))).isEqualTo(requests(merged));
    assertThat(merged.moments().stream().mapToLong(Moment::usersStarted).sum()).isEqualTo(3_000);
  }

  private static TimeLine line(int seconds, int interval) {
    TimeLineRecorder recorder = new TimeLineRecorder();
    TimeTrack track = recorder.track(0, new RequestKey("Journey", "Request"));
    for (int second = 0; second < seconds; second++) {
      recorder.user(true, second * 1000L);
      recorder.request(track, second * 1000L, second % 3_000, second % 7 > 0);
    }
    TimeLine line = recorder.timeLine(null);
    assertThat(line.intervalSeconds()).isEqualTo(interval);
    return line;
  }

  private static long requests(TimeLine line) {
    return line.requests().stream()
        .flatMap(each -> each.cells().stream())
        .mapToLong(cell -> cell.ko() + cell.latencies().count())
        .sum();
  }

  @Test
  void aSliceThatWasCutOffIsNamedAndMakesTheWholeRunCutOff() throws Exception {
    Run good = run("good", sliced(PLAN, 0, 2), SampleRun.HEALTHY);
    Path log = folder.resolve("bad").resolve("simulation.log");
    run("bad", sliced(PLAN, 1, 2), SampleRun.HEALTHY);
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length / 2));
    Run bad = new ResultsFolder(folder.resolve("bad")).read().run();

    Run merged = SlicedRun.of(List.of(good, bad), "whole");

    assertThat(merged.info().ending()).isEqualTo(Ending.CUT_OFF);
    assertThat(merged.info().endingReason()).startsWith("slice 1/2: ").contains("cut off at byte");
  }

  @Test
  void whatAreNoSlicesIsRefused() throws Exception {
    Run a = run("a", sliced(PLAN, 0, 3), SampleRun.HEALTHY);
    Run whole = run("whole", PLAN, SampleRun.HEALTHY);
    Run again = run("again", PLAN, SampleRun.HEALTHY);

    assertRefused("no run to merge");
    assertRefused("whole: a whole run, not a slice of one", whole, again);
    Files.delete(folder.resolve("a").resolve("tideline").resolve("plan.json"));
    Run foreign = new ResultsFolder(folder.resolve("a")).read().run();
    assertRefused("a: not a slice, Tideline did not run it", foreign);
    assertThat(a.isSlice()).isTrue();
  }

  private static void assertRefused(String sentence, Run... runs) {
    assertThatThrownBy(() -> SlicedRun.of(List.of(runs), "whole"))
        .isInstanceOf(IOException.class)
        .hasMessage(sentence);
  }

  /** As it is read back from its run.json. */
  private Run run(String name, Plan plan, TargetModel target) throws IOException {
    Path results = SampleRun.of(plan, target, Duration.ofMillis(1)).writeTo(folder.resolve(name));
    Files.delete(results.resolve("tideline").resolve(HealthLog.FILE_NAME));
    String text = RunJson.text(new ResultsFolder(results).read().run());
    return RunReader.read(Files.writeString(results.resolve("tideline").resolve("run.json"), text));
  }

  private Run run(String name, Plan plan) throws IOException {
    return run(name, plan, SampleRun.HEALTHY);
  }

  private static Plan sliced(Plan plan, int index, int of) throws IOException {
    return with(plan, tree -> load(tree).putObject("slice").put("index", index).put("of", of));
  }

  private static Plan with(Plan plan, Consumer<ObjectNode> change) throws IOException {
    ObjectNode tree = PlanJson.tree(plan);
    change.accept(tree);
    return PlanJson.of(tree, "changed plan");
  }

  private static ObjectNode load(ObjectNode tree) {
    return (ObjectNode) tree.get("load");
  }
}
