package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.pilot.CapacityFile;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.search.Ending;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.testkit.SampleCapacity;
import io.tideline.reports.testkit.SampleRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityCheckTest {
  private static final List<Slo> BROKEN_BY_EVERY_RUN =
      List.of(new Slo(Scope.EVERYTHING, Metric.MAX, 0));

  @TempDir Path folder;

  private Verdict judge(Ending ending, Double atLeast) throws Exception {
    SampleRun.of(
            SampleRun.plan(10, List.of(SampleRun.phase("search", 30, false, 1)), List.of()),
            SampleRun.HEALTHY,
            Duration.ZERO)
        .writeTo(folder);
    new CapacityFile(folder.resolve("tideline").resolve(CapacityFile.FILE_NAME))
        .write(SampleCapacity.of(ending, atLeast));
    ResultsFolder.Contents contents = new ResultsFolder(folder).read();
    return Gate.judge(contents.run(), BROKEN_BY_EVERY_RUN, contents.plan().validity());
  }

  @Test
  void aLoadThatWasFoundPassesWhateverTheSearchBrokeOnItsWay() throws Exception {
    Verdict verdict = judge(Ending.FOUND, null);
    assertThat(verdict.result()).isEqualTo(Result.PASS);
    assertThat(verdict.checks())
        .filteredOn(check -> check.kind() == Check.Kind.SLO)
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.id()).isEqualTo("slo/capacity");
              assertThat(check.value()).isEqualTo(8.0);
              assertThat(check.unit()).isEqualTo("users/s");
              assertThat(check.sentence()).isEqualTo("Sentence of the search");
            });
  }

  @Test
  void aPromisedLoadMustBeHeld() throws Exception {
    assertThat(judge(Ending.FOUND, 8.0).result()).isEqualTo(Result.PASS);
    Verdict missed = judge(Ending.FOUND, 8.1);
    assertThat(missed.result()).isEqualTo(Result.FAIL);
    assertThat(missed.reasons().get(0)).endsWith("; at least 8.100 users per second promised");
  }

  @Test
  void theMostThatMayBeOfferedProvesNothingAboutMore() throws Exception {
    assertThat(judge(Ending.AT_LEAST, null).result()).isEqualTo(Result.PASS);
    assertThat(judge(Ending.AT_LEAST, 8.0).result()).isEqualTo(Result.PASS);
    assertThat(judge(Ending.AT_LEAST, 100.0).result()).isEqualTo(Result.INVALID);
  }

  @ParameterizedTest
  @EnumSource(names = {"BELOW_FLOOR", "NOT_HELD"})
  void aTargetThatHoldsNothingFails(Ending ending) throws Exception {
    assertThat(judge(ending, null).result()).isEqualTo(Result.FAIL);
  }

  @ParameterizedTest
  @EnumSource(names = {"OUT_OF_TIME", "OUT_OF_USERS", "SATURATED"})
  void aSearchThatCouldNotGoOnProvesNothing(Ending ending) throws Exception {
    Verdict verdict = judge(ending, null);
    assertThat(verdict.result()).isEqualTo(Result.INVALID);
    assertThat(verdict.reasons()).containsExactly("Sentence of the search");
  }
}
