package io.tideline.engine.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.engine.pilot.StepRecord.Answer;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Search;
import io.tideline.engine.schedule.Plans;
import io.tideline.engine.schedule.UserLimit;
import io.tideline.engine.search.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan's one promise is that at most 20 % of requests fail. */
class SearchPilotTest {
  private static final double RATE = 50;
  private static final double LIMIT = 240;
  private static final double BREAKS_AT = LIMIT / 0.8;
  private static final long LOG_START_MILLIS = 1_790_000_000_000L;
  private static final Plan PLAN =
      Plans.of(RATE, new Mix(Map.of("Browse timeline", 1)), Plans.hold("s", 1, Duration.ofHours(1)))
          .searching(
              new Search(
                  new Search.Levels(0.25, 1, 40),
                  new Search.Times(
                      Duration.ofSeconds(2),
                      Duration.ofSeconds(1),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(10)),
                  Duration.ofMinutes(40),
                  12.5));

  @TempDir Path folder;

  private final List<String> console = new ArrayList<>();

  private CapacityRecord search(FakeRun run, long users) throws Exception {
    CapacityFile file = new CapacityFile(folder.resolve(CapacityFile.FILE_NAME));
    Place place =
        new Place(
            PLAN, run, folder.resolve("simulation.log"), LOG_START_MILLIS + FakeRun.AHEAD_MILLIS);
    SearchJournal journal = new SearchJournal(PLAN, file, console::add);
    new SearchPilot(place, run.tally, new UserLimit(users, "raise -Dusers"), journal)
        .search(3 * FakeRun.SECOND);
    return Objects.requireNonNull(file.read());
  }

  private FakeRun run() {
    return new FakeRun(folder.resolve("simulation.log"), RATE, LIMIT);
  }

  @Test
  void theSearchFindsWhereThePromiseBreaksAndEndsTheRun() throws Exception {
    FakeRun run = run();

    CapacityRecord capacity = search(run, 1_000_000);

    assertThat(run.done).isTrue();
    assertThat(capacity.ending()).isEqualTo(Ending.FOUND);
    assertThat(capacity.estimate()).isNotNull();
    assertThat(capacity.estimate().limit()).isCloseTo(BREAKS_AT, within(0.05 * BREAKS_AT));
    assertThat(capacity.held()).isCloseTo(BREAKS_AT, within(0.1 * BREAKS_AT));
    assertThat(capacity.firstBreak()).isNotNull();
    assertThat(capacity.firstBreak().metric()).isEqualTo("errors");
    assertThat(capacity.atLeast()).isEqualTo(12.5);
    assertThat(console).hasSize(capacity.steps().size() + 2);
    assertThat(console.get(0)).isEqualTo("Tideline: step 1 (double), 50.00 users per second: good");
    assertThat(console.get(console.size() - 2)).contains("the search has ended. Breaking point: ");
  }

  @Test
  void itNamesTheResourceThatIsAtItsLimitWhereThePromiseBreaks() throws Exception {
    CapacityRecord capacity = search(run(), 1_000_000);

    assertThat(capacity.steps()).allSatisfy(step -> assertThat(step.resources()).hasSize(2));
    assertThat(capacity.bottleneck()).isNotNull();
    assertThat(capacity.bottleneck().saturated())
        .singleElement()
        .satisfies(use -> assertThat(use.name()).isEqualTo("connections"))
        .satisfies(use -> assertThat(use.share()).isCloseTo(1, within(0.001)))
        .satisfies(use -> assertThat(use.limitFrom()).isBetween(0.9 * LIMIT, BREAKS_AT));
    assertThat(console.get(console.size() - 1))
        .startsWith("Tideline: First at its limit: connections, 100 % of 8 in use with 6.")
        .endsWith("20.8 % at 50.00");
  }

  @Test
  void aStepsFiguresAreThoseOfItsMeasuredSeconds() throws Exception {
    CapacityRecord capacity = search(run(), 1_000_000);

    StepRecord second = capacity.steps().get(1);
    assertThat(second.load()).isEqualTo(100);
    assertThat(second.due()).isCloseTo(500, within(2L));
    assertThat(second.started()).isEqualTo(second.due());
    assertThat(second.inFlight()).hasSize(5);
    assertThat(second.promises()).singleElement().extracting("value").isEqualTo(0.0);
    StepRecord bad =
        capacity.steps().stream().filter(step -> step.answer() == Answer.BAD).findFirst().get();
    assertThat(bad.load()).isEqualTo(400);
    assertThat(bad.promises().get(0).value()).isCloseTo(1 - LIMIT / 400, within(0.02));
  }

  @Test
  void aRampGoesUpWithAChangeEachSecond() throws Exception {
    FakeRun run = run();
    search(run, 1_000_000);
    assertThat(run.factors.subList(0, 6)).containsExactly(1.0, 1.0, 1.5, 2.0, 3.0, 4.0);
  }

  @Test
  void aLateGeneratorEndsTheSearchAsSaturated() throws Exception {
    FakeRun run = run();
    run.lagNanos = FakeRun.SECOND / 10;

    CapacityRecord capacity = search(run, 1_000_000);

    assertThat(capacity.ending()).isEqualTo(Ending.SATURATED);
    assertThat(capacity.sentence()).contains("users started 100", "50.0 allowed");
    assertThat(run.done).isTrue();
  }

  @Test
  void withoutUsersForAnotherStepItHoldsAtLeastWhatItReached() throws Exception {
    CapacityRecord capacity = search(run(), 2_500);

    assertThat(capacity.ending()).isEqualTo(Ending.AT_LEAST);
    assertThat(capacity.held()).isNull();
    assertThat(capacity.reached()).isEqualTo(100);
    assertThat(capacity.sentence())
        .startsWith(
            "Holds at least 100.0 users per second, the most that may be offered; a step at")
        .contains("and 2500 may come: raise -Dusers");
  }

  @Test
  void usersAreKeptForTheHoldOfWhatWasFound() throws Exception {
    CapacityRecord capacity = search(run(), 40_000);

    assertThat(capacity.steps()).hasSizeLessThan(20);
    assertThat(capacity.steps().get(capacity.steps().size() - 1).phase()).isEqualTo("hold");
    assertThat(capacity.ending()).isEqualTo(Ending.FOUND);
  }

  @Test
  void aRunThatIsOverKeepsTheStepsSoFar() throws Exception {
    FakeRun run = run();
    run.overAt = 40 * FakeRun.SECOND;

    CapacityRecord capacity = search(run, 1_000_000);

    assertThat(capacity.ending()).isEqualTo(Ending.OUT_OF_TIME);
    assertThat(capacity.steps()).isNotEmpty();
    assertThat(capacity.steps()).hasSizeLessThan(6);
  }
}
