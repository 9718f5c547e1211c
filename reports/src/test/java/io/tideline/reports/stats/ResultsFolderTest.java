package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.testkit.LogEncoder;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
  @TempDir Path folder;

  private Run read(LogEncoder log) throws Exception {
    Files.write(folder.resolve("simulation.log"), log.bytes());
    return new ResultsFolder(folder).read().run();
  }

  private static LogEncoder log() {
    return new LogEncoder("3.15.1", 1_000, List.of("Browse", "Create"));
  }

  @Test
  void aRunWithoutAPlanIsOnePhase() throws Exception {
    Run run =
        read(
            log()
                .user(0, true, 100)
                .request(List.of("Browse", "Open"), 200, 250, "")
                .user(0, false, 2_000));

    assertThat(run.phases()).containsExactly(new PhaseRow("run", false, 0, 2, null, 1));
    assertThat(run.info().load()).isNull();
    assertThat(run.info().start()).isEqualTo(Instant.ofEpochMilli(1_000));
    assertThat(run.info().complete()).isTrue();
    assertThat(run.injection()).isNull();
    assertThat(run.users())
        .isEqualTo(
            new Users(
                1,
                1,
                List.of(new Users.Scenario("Browse", 1, 1), new Users.Scenario("Create", 0, 0))));
  }

  @Test
  void theJourneyIsTheOutermostGroupAndEmptyOutsideOfAll() throws Exception {
    Run run =
        read(
            log()
                .request(List.of("Browse", "Page 1", "Open"), 0, 10, "")
                .request(List.of("Browse", "Page 2", "Open"), 0, 20, "")
                .request(List.of("Alone"), 0, 30, ""));

    assertThat(run.requests())
        .extracting(RequestRow::journey, RequestRow::name, row -> row.sample().ok())
        .containsExactly(tuple("Browse", "Open", 2L), tuple("", "Alone", 1L));
  }

  @Test
  void aRequestCountsInThePhaseInWhichItBegan() throws Exception {
    SampleRuns.of(
            1,
            List.of(SampleRun.phase("warm-up", 2, true, 1), SampleRun.phase("b", 2, false, 1)),
            SampleRun.HEALTHY)
        .writeTo(folder);
    int second = 1_000;
    int first = SampleRun.GATLING_AHEAD_MILLIS;
    Run run =
        read(
            new LogEncoder("3.15.1", SampleRun.FIRST_INSTANT - first, List.of("Browse"))
                .request(List.of("too early"), first - 5, first, "")
                .request(List.of("last of a"), first + 2 * second - 1, first + 9 * second, "")
                .request(List.of("first of b"), first + 2 * second, first + 2 * second, "")
                .request(List.of("after the end"), first + 8 * second, first + 10 * second, ""));

    assertThat(run.requests().stream().map(row -> row.name() + ": " + row.phase()))
        .containsExactly(
            "too early: warm-up", "last of a: warm-up", "first of b: b", "after the end: b");
    assertThat(run.phases().get(1).durationSeconds()).isEqualTo(8);
    assertThat(run.pool(Scope.EVERYTHING).requests()).isEqualTo(2);
    assertThat(run.pool(new Scope(null, null, "warm-up")).requests()).isEqualTo(2);
  }

  @Test
  void aRequestThatCouldNotBeSentIsAFailureOfTheOneJourneyThatHasIt() throws Exception {
    Run run =
        read(
            log()
                .error("Search: by tag: No attribute named 'tag' is defined ", 50)
                .request(List.of("Browse", "Search: by tag"), 100, 110, "")
                .request(List.of("Browse", "Open"), 120, 130, "")
                .request(List.of("Create", "Open"), 140, 150, "")
                .error("Search: by tag: No attribute named 'tag' is defined ", 200)
                .error("Open: boom ", 300)
                .error("Never seen: boom ", 400));

    assertThat(run.errors())
        .containsExactly(
            new ErrorRow(
                "No attribute named 'tag' is defined",
                "Browse",
                "Search: by tag",
                "run",
                2,
                0.05,
                0.2,
                null),
            new ErrorRow("boom", "", "Open", "run", 1, 0.3, 0.3, null),
            new ErrorRow("boom", "", "Never seen", "run", 1, 0.4, 0.4, null));
    Sample search = run.pool(new Scope("Browse", "Search: by tag", null));
    assertThat(search.ok()).isEqualTo(1);
    assertThat(search.ko()).isEqualTo(2);
    assertThat(search.unsent()).isEqualTo(2);
    assertThat(search.koLatencies().count()).isZero();
    assertThat(run.pool(Scope.EVERYTHING).ko()).isEqualTo(4);
  }

  @Test
  void errorsPastTheBoundAreCountedTogetherAndNoneIsLost() throws Exception {
    LogEncoder log = log();
    int distinct = ErrorTable.MOST_ROWS + 500;
    for (int i = 0; i < distinct; i++) {
      log.request(List.of("Browse", "Open"), i, i + 1, "id " + letters(i) + " was not found");
    }
    for (int i = 0; i < 2_500; i++) {
      log.error("Open: no " + letters(i) + " ", distinct);
    }

    Run run = read(log);

    assertThat(run.errors()).hasSize(ErrorTable.MOST_ROWS + 1);
    assertThat(run.errors().stream().mapToLong(ErrorRow::count).sum()).isEqualTo(distinct + 2_500);
    assertThat(run.errors().get(ErrorTable.MOST_ROWS))
        .returns(3_000L, ErrorRow::count)
        .returns(null, ErrorRow::request);
    assertThat(run.pool(Scope.EVERYTHING).ko()).isEqualTo(distinct + 2_500);
  }

  /** A number in letters: digits would be taken for what differs in one error. */
  private static String letters(int number) {
    String digits = String.valueOf(number);
    return digits
        .chars()
        .mapToObj(c -> String.valueOf((char) (c - '0' + 'a')))
        .reduce("", String::concat);
  }

  @Test
  void requestsPastTheBoundArePooledAndNoneIsLost() throws Exception {
    LogEncoder log = log();
    int distinct = RequestTable.MOST_REQUESTS + 100;
    for (int i = 0; i < distinct; i++) {
      log.request(List.of("GET /memories/" + i), i, i + 1, "");
    }

    Run run = read(log);

    assertThat(run.requests()).hasSize(RequestTable.MOST_REQUESTS + 1);
    assertThat(run.requests().get(RequestTable.MOST_REQUESTS))
        .returns(RequestTable.FURTHER.name(), RequestRow::name)
        .returns(100L, row -> row.sample().ok());
  }

  @Test
  void equalFoldersGiveEqualBytes(@TempDir Path other) throws Exception {
    SampleRun sample =
        SampleRuns.of(
            20, List.of(SampleRun.phase("a", 5, false, 1)), SampleRuns.SICK_AFTER_25_SECONDS);
    Path one = sample.writeTo(folder.resolve("run"));
    Path two = sample.writeTo(other.resolve("run"));

    String text = RunJson.text(new ResultsFolder(one).read().run());

    assertThat(text)
        .isEqualTo(
            RunJson.text(new ResultsFolder(two).read().run())
                .replace(two.toString(), one.toString()))
        .doesNotContain("\r");
  }

  @Test
  void whatCannotBeAnalysedIsSaidInOneSentence() throws Exception {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> new ResultsFolder(missing).read())
        .hasMessage(missing + ": no such folder");
    assertThatThrownBy(() -> new ResultsFolder(folder).read())
        .hasMessage(folder + ": no results of Gatling, there is no simulation.log");
    Path log = folder.resolve("simulation.log");
    Files.write(log, new LogEncoder("3.11.5", 0, List.of()).bytes());
    assertThatThrownBy(() -> new ResultsFolder(folder).read())
        .hasMessageStartingWith(
            log + ": written by Gatling 3.11.5; can be read: 3.13.0 to 3.13.5, ");
  }
}
