package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Calibration;
import io.tideline.reports.history.CalibrationFile;
import io.tideline.reports.history.Epoch;
import io.tideline.reports.history.History;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastTest {
  private static final Plan PLAN =
      SampleRun.plan(
          4,
          List.of(SampleRun.phase("steady", 5, false, 1)),
          List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.05)));
  private static final Instant TODAY = Instant.ofEpochMilli(SampleRun.FIRST_INSTANT);

  @TempDir Path folder;
  private History history;
  private Run run;

  @BeforeEach
  void makeRun() throws IOException {
    history = new History(folder.resolve("history"));
    SampleRun.of(PLAN, SampleRun.HEALTHY, Duration.ofMillis(1)).writeTo(folder.resolve("run"));
    run = new ResultsFolder(folder.resolve("run")).read().run();
  }

  /** The same run on another day. */
  private Run on(int day) throws IOException {
    Path file = folder.resolve("day.json");
    Files.writeString(
        file,
        RunJson.text(run)
            .replace(TODAY.toString(), TODAY.plus(Duration.ofDays(day)).toString())
            .replace("\"id\" : \"run\"", "\"id\" : \"day-" + day + "\""));
    return RunReader.read(file);
  }

  private Past past() throws IOException {
    return Past.of(run, history, BandSettings.STANDARD);
  }

  @Test
  void aRunIsComparedWithThoseBeforeItAndNeitherWithItselfNorWithLaterOnes() throws IOException {
    for (int day : new int[] {1, -2, 0, -1}) {
      history.shelfOf(run).accept(on(day));
    }
    assertThat(past().earlier().accepted())
        .extracting(each -> each.info().id())
        .containsExactly("day--2", "day--1");
    assertThat(past().earlier().anchor()).isEmpty();
  }

  @Test
  void theFirstRunsOfALongEpochAreItsAnchor() throws IOException {
    for (int day = -25; day < 0; day++) {
      history.shelfOf(run).accept(on(day));
    }
    assertThat(past().earlier().accepted()).hasSize(25);
    assertThat(past().earlier().anchor())
        .hasSize(10)
        .first()
        .extracting(each -> each.info().id())
        .isEqualTo("day--25");
  }

  @Test
  void aCalibrationIsUsedAndADamagedOneIsNamedAndLeftOut() throws IOException {
    Calibration measured = new Calibration(Map.of("regression/*/*/p95", 0.025), 9);
    Path file = CalibrationFile.write(measured, history.shelfOf(run));
    assertThat(past().earlier().settings().calibration()).isEqualTo(measured);
    Files.writeString(file, "{}");
    assertThat(past().earlier().settings().calibration()).isEqualTo(Calibration.NONE);
    assertThat(past().problems())
        .singleElement()
        .asString()
        .contains(file.toString(), "delete it, and calibrate again");
  }

  @Test
  void aCalibrationOfNoNumbersIsNamedAndLeftOut() throws IOException {
    Calibration measured = new Calibration(Map.of("regression/*/*/p95", 0.025), 9);
    Path file = CalibrationFile.write(measured, history.shelfOf(run));
    for (String wrong : List.of("1e999", "\"NaN\"", "-1", "null", "\"x\"")) {
      Files.writeString(file, "{\"runs\":9,\"deviations\":{\"regression/*/*/p95\":" + wrong + "}}");
      assertThat(past().problems()).singleElement().asString().startsWith(file + ": not a cal");
      assertThat(past().earlier().settings().calibration()).isEqualTo(Calibration.NONE);
    }
    Files.write(file, new byte[] {(byte) 0xff});
    assertThat(past().problems()).containsExactly(file + ": not text in UTF-8");
  }

  @Test
  void whatKeepsTheHistoryFromARunIsSaid() throws IOException {
    assertThat(past().problems()).isEmpty();
    Plan slower = SampleRun.plan(3, PLAN.load().phases(), PLAN.slos());
    Path other = folder.resolve("other");
    SampleRun.of(slower, SampleRun.HEALTHY, Duration.ofMillis(1)).writeTo(other);
    Run strange = new ResultsFolder(other).read().run();
    history.shelfOf(strange).accept(strange);
    assertThat(past().problems())
        .singleElement()
        .asString()
        .contains("1 accepted run is not compared with this one: plan ");
    history.shelfOf(run).accept(on(-1));
    assertThat(past().problems()).isEmpty();
  }

  @Test
  void aCopyOfARunCountsOnce() throws IOException {
    Path first = history.shelfOf(run).accept(on(-1));
    Files.copy(first, first.resolveSibling("copy.json"));
    Files.copy(first, first.resolveSibling("2026-09-01T00-00-00Z_night.json"));
    assertThat(past().earlier().accepted()).hasSize(1);
    assertThat(past().problems())
        .anyMatch(said -> said.endsWith(": the same run as day--1; counted once"));
  }

  @Test
  void anEpochThatCannotBeReadIsSaid() throws IOException {
    Path epoch = new Epoch(TODAY, "new hardware").write(history.shelfOf(run));
    history.shelfOf(run).accept(on(-1));
    assertThat(past().problems()).isEmpty();
    assertThat(past().earlier().accepted()).isEmpty();
    Files.writeString(epoch, "{");
    assertThat(past().problems()).singleElement().asString().startsWith(epoch + ": not an epoch");
  }

  @Test
  void aRunThatPassesIsKept() throws IOException {
    Analysis analysis = Analysis.of(run, folder.resolve("run"));
    assertThat(past().keep(analysis)).isPresent();
    assertThat(history.shelfOf(run).read().runs()).hasSize(1);
  }
}
