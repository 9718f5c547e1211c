package io.tideline.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.LastingShift;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.History;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.HistoryLines;
import io.tideline.reports.report.JUnitXml;
import io.tideline.reports.report.Past;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.RunSeries;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRun.TargetModel;
import io.tideline.reports.ticket.TicketBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights through the history, as the nightly job has them: judged, confirmed, kept. */
class LastingShiftTest {
  private static final Instant TODAY = Instant.ofEpochMilli(SampleRun.FIRST_INSTANT);
  private static final TargetModel USUAL =
      (request, second, random) -> (int) (40 + 20 * Math.exp(0.6 * random.nextGaussian()));

  @TempDir Path folder;
  private RunSeries series;
  private Path history;
  private int night;

  @BeforeEach
  void makeBaseline() throws IOException {
    series = new RunSeries(folder.resolve("runs"));
    history = folder.resolve("history");
    for (int i = 0; i < 5; i++) {
      keep(night(1), List.of());
    }
  }

  private static TargetModel slower(double factor) {
    return (request, second, random) ->
        (int) Math.round(factor * USUAL.answer(request, second, random));
  }

  /** The next night's run. */
  private Run night(double factor) throws IOException {
    night++;
    Run run = series.next(slower(factor));
    Path file = folder.resolve("night.json");
    Files.writeString(
        file,
        RunJson.text(run)
            .replace(TODAY.toString(), TODAY.plus(Duration.ofDays(night)).toString())
            .replace("\"id\" : \"" + run.info().id() + "\"", "\"id\" : \"night-" + night + "\""));
    return RunReader.read(file);
  }

  private Verdict keep(Run run, List<Run> fresh) throws IOException {
    Past past = Past.of(run, new History(history), BandSettings.STANDARD);
    Analysis judged =
        Analysis.of(run, folder.resolve("tideline")).against(past.earlier().confirmedBy(fresh));
    past.keep(judged);
    return judged.verdict();
  }

  /** A night whose suspicion is confirmed by two fresh runs. */
  private Verdict confirmed(double factor) throws IOException {
    return keep(night(factor), series.next(2, slower(factor)));
  }

  private Shelf shelf() throws IOException {
    return new History(history).shelves().get(0);
  }

  @Test
  void theSameFailureInThreeNightsIsOneFindingWithItsFirstNightAndTheCommandThatAcceptsIt()
      throws IOException {
    assertThat(confirmed(1.4).lasting()).isNull();
    assertThat(confirmed(1.4).lasting()).isNull();
    Verdict third = confirmed(1.4);
    Verdict fourth = confirmed(1.4);

    LastingShift shift = third.lasting();
    assertThat(third.result()).isEqualTo(Result.FAIL);
    assertThat(third.reasons()).hasSize(1);
    assertThat(third.reasons().get(0))
        .startsWith("Lasting shift: ")
        .contains(" in 3 runs in a row, since run night-6 of 2026-09-27T14:13:20Z; ")
        .contains("java -jar reports/target/tideline.jar history epoch " + history)
        .contains("night-6.json --history " + history + " --reason ");
    assertThat(shift.covered()).hasSizeGreaterThan(5);
    assertThat(fourth.reasons()).hasSize(1);
    assertThat(fourth.reasons().get(0)).contains(" in 4 runs in a row, since run night-6 of ");
    assertThat(TicketBook.of(night(1.4), fourth).tickets())
        .singleElement()
        .satisfies(kept -> assertThat(kept.ticket().kind()).isEqualTo("shift"));
    assertThat(JUnitXml.text(night(1.4), fourth))
        .contains("failures=\"1\"", "told by the lasting shift: p95");
    assertThat(HistoryLines.of(shelf()))
        .contains(
            "night-6: ", "lasting shift: the same in the last 4 of them; to accept it: java ");
  }

  @Test
  void theCommandAcceptsTheNightsOfTheShiftAndTheNextOneIsComparedWithThem() throws IOException {
    confirmed(1.4);
    confirmed(1.4);
    String command = confirmed(1.4).lasting().command();
    String[] words = command.replaceFirst("^java -jar \\S+ ", "").split(" (?![^']*'(?: |$))", -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace("'", "");
    }
    assertThat(Tideline.run(words)).as(command).isZero();

    assertThat(shelf().present().runs())
        .extracting(run -> run.info().id())
        .containsExactly("night-6", "night-7", "night-8");
    Verdict next = keep(night(1.4), List.of());
    assertThat(next.result()).isEqualTo(Result.PASS);
    assertThat(next.suspicion()).isNull();
    assertThat(next.checks()).anyMatch(check -> check.comparison() != null);
    assertThat(HistoryLines.of(shelf())).doesNotContain("lasting shift:", "  failed ");
  }

  @Test
  void aNightThatPassesEndsTheRowAndAFailureThatGrowsIsANewOne() throws IOException {
    confirmed(1.4);
    confirmed(1.4);
    assertThat(keep(night(1), List.of()).result()).isEqualTo(Result.PASS);
    assertThat(confirmed(1.4).lasting()).isNull();
    assertThat(confirmed(1.4).lasting()).isNull();
    assertThat(confirmed(2.2).lasting()).isNull();
    assertThat(confirmed(2.2).lasting()).isNull();
    assertThat(confirmed(2.2).lasting().first().run()).isEqualTo("night-11");
  }

  @Test
  void anUnconfirmedSuspicionEntersTheHistoryMarkedAndIsTakenOutWhenItIsConfirmed()
      throws IOException {
    Run slow = night(1.4);
    assertThat(keep(slow, List.of()).suspicion()).isNotNull();

    assertThat(shelf().read().runs()).hasSize(6);
    assertThat(shelf().note(slow).orElseThrow().suspected()).contains("regression/*/*/mean");
    assertThat(HistoryLines.of(shelf())).contains("marked: suspected in ", ", not confirmed");
    assertThat(keep(slow, series.next(2, slower(1.4))).result()).isEqualTo(Result.FAIL);
    assertThat(shelf().read().runs()).hasSize(5);
    assertThat(keep(slow, series.next(2, USUAL)).result()).isEqualTo(Result.PASS);
    assertThat(shelf().read().runs()).hasSize(6);
    assertThat(shelf().note(slow)).isEmpty();
  }

  @Test
  void oneMarkedRunDoesNotHideTheNextButWidensTheBand() throws IOException {
    double level = mean(keep(night(1), List.of())).expected();
    keep(night(1.4), List.of());
    Verdict next = keep(night(1.4), List.of());

    assertThat(mean(next).expected() / level).isBetween(0.97, 1.03);
    assertThat(mean(next).earlier()).hasSize(7);
    assertThat(next.suspicion()).isNotNull();
    assertThat(next.checks())
        .filteredOn(check -> check.id().equals("regression/*/*/mean"))
        .allSatisfy(
            check -> assertThat(check.sentence()).contains("the mean of 6 of 7 earlier runs"));
  }

  private static io.tideline.reports.band.Comparison mean(Verdict verdict) {
    return verdict.checks().stream()
        .filter(check -> check.id().equals("regression/*/*/mean"))
        .findFirst()
        .orElseThrow()
        .comparison();
  }

  @Test
  void aHistoryWithoutNotesIsReadAsUnmarkedAndADamagedNoteSaysNothing() throws IOException {
    Run slow = night(1.4);
    keep(slow, List.of());
    Path note = shelf().folder().resolve("notes").resolve(shelf().note(slow).orElseThrow().file());
    Files.writeString(note, "{\"suspected\" : [");

    assertThat(Past.of(night(1), new History(history), BandSettings.STANDARD).problems()).isEmpty();
    assertThat(shelf().notes()).isEmpty();
    assertThat(keep(night(1), List.of()).result()).isEqualTo(Result.PASS);
  }
}
