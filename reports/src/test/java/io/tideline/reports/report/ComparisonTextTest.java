package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTextTest {
  @TempDir Path folder;

  private Run run(String id, double rate, TargetModel target) throws Exception {
    Path results = folder.resolve(id);
    SampleRun.of(
            SampleRun.plan(rate, List.of(SampleRun.phase("only", 60, false, 1)), List.of()),
            target,
            Duration.ZERO)
        .writeTo(results);
    return new ResultsFolder(results).read().run();
  }

  private static String text(Run a, Run b) {
    return ComparisonText.of(a, b, Colours.OFF);
  }

  @Test
  void eachRequestHasItsFiguresAndHowTheyChange() throws Exception {
    Run before = run("before", 10, (request, second, random) -> 100);
    Run after =
        run("after", 10, (request, second, random) -> request.equals("Save memory") ? 150 : 100);

    assertThat(text(before, after).lines().filter(line -> line.contains("Save memory")))
        .singleElement()
        .asString()
        .matches(
            "Create memory / Save memory +100 +150 +\\+50 % +100 +150 +\\+50 % +- +- .*0.00 % +0.00 %.*");
    assertThat(text(before, after))
        .startsWith("A: before, smoke, ")
        .contains("\nB: after, smoke, ")
        .doesNotContain("not alike", "PASS", "FAIL");
  }

  @Test
  void whatMakesThemIncomparableIsSaidFirst() throws Exception {
    Run slow = run("slow", 5, SampleRun.HEALTHY);
    Run fast = run("fast", 10, SampleRun.HEALTHY);

    assertThat(text(slow, fast))
        .contains("These runs are not alike")
        .containsPattern("\n  - plan: \\w+ and \\w+\n");
  }
}
