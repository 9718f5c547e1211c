package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.health.HealthSample;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanJson;
import io.tideline.engine.plan.Scope;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Slo.Metric;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.RunEvent.Kind;
import io.tideline.engine.schedule.StartLog;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events and the generator's health, from their records into the run and its verdict. */
class CourseTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Plan PLAN =
      SampleRun.plan(
          20,
          List.of(SampleRun.phase("first", 20, false, 1), SampleRun.phase("second", 20, false, 1)),
          List.of(new Slo(Scope.EVERYTHING, Metric.ERRORS, 0.01)));

  @TempDir Path folder;
  private Path tideline;

  @BeforeEach
  void writeRun() throws IOException {
    SampleRun.of(PLAN, SampleRun.HEALTHY, Duration.ofMillis(1)).writeTo(folder);
    tideline = folder.resolve("tideline");
  }

  private Run run() throws IOException {
    return new ResultsFolder(folder).read().run();
  }

  private Verdict verdict() throws IOException {
    return Gate.judge(run(), PLAN.slos(), PLAN.validity());
  }

  private void healthy(int seconds, double cpu, double pauseMillis) throws IOException {
    Files.deleteIfExists(tideline.resolve(HealthLog.FILE_NAME));
    try (HealthLog log = new HealthLog(tideline.resolve(HealthLog.FILE_NAME))) {
      for (int second = 1; second <= seconds; second++) {
        log.write(new HealthSample(second, second < 6 ? 0.2 : cpu, 3, pauseMillis, 2, 1 << 20));
      }
    }
  }

  @Test
  void eventsShiftThePhasesAndAreKept() throws IOException {
    EventLog events = new EventLog(tideline.resolve(EventLog.FILE_NAME));
    events.append(new RunEvent(5 * SECOND, Kind.PAUSE, 1, "by hand"));
    events.append(new RunEvent(8 * SECOND, Kind.RESUME, 1, "by hand"));
    Run run = run();
    assertThat(run.events()).hasSize(2);
    assertThat(run.phases()).extracting(PhaseRow::startSeconds).containsExactly(0.0, 23.0);
    assertThat(run.phases()).extracting(PhaseRow::offered).containsExactly(400L, 400L);
  }

  @Test
  void aHalfWrittenEventIsPassedOverAndADamagedOneIsNamed() throws IOException {
    Path file = tideline.resolve(EventLog.FILE_NAME);
    EventLog events = new EventLog(file);
    events.append(new RunEvent(5 * SECOND, Kind.SCALE, 2, "by hand"));
    String whole = Files.readString(file);
    Files.writeString(file, whole + whole.substring(0, 20));
    assertThat(run().events()).hasSize(1);
    Files.writeString(file, whole + "nonsense\n");
    assertDamaged(EventLog.FILE_NAME + ":2: not an event");
  }

  /** The rest of the run is there, and its verdict names what is not. */
  private void assertDamaged(String named) throws IOException {
    Run run = run();
    assertThat(run.info().ending()).isEqualTo(Ending.DAMAGED);
    assertThat(run.info().endingReason()).contains(named).doesNotContain(folder.toString());
    assertThat(run.pool(Scope.EVERYTHING).requests()).isPositive();
    assertThat(verdict().result()).isEqualTo(Result.INVALID);
    assertThat(verdict().reasons().get(0)).contains(named);
  }

  @Test
  void aDamagedRecordOfLateUsersIsNamed() throws IOException {
    Files.writeString(tideline.resolve(LateLog.FILE_NAME), "nonsense");
    assertDamaged(LateLog.FILE_NAME + ": byte 0: not a record of late requests");
  }

  @Test
  void aHealthyGeneratorPasses() throws IOException {
    healthy(40, 0.3, 12);
    assertThat(run().generator())
        .isNotNull()
        .satisfies(
            generator -> {
              assertThat(generator.samples()).isEqualTo(40);
              assertThat(generator.cpuMax()).isEqualTo(0.3);
              assertThat(generator.busySeconds()).isZero();
              assertThat(generator.pauseMaxMillis()).isEqualTo(12);
            });
    assertThat(verdict().result()).isEqualTo(Result.PASS);
  }

  @Test
  void aGeneratorOutOfProcessorTimeMakesTheRunInvalidWithFigureAndLimit() throws IOException {
    healthy(40, 0.97, 12);
    assertThat(verdict().result()).isEqualTo(Result.INVALID);
    assertThat(verdict().reasons())
        .singleElement()
        .asString()
        .contains("for 35 s on end", "at most 10 s wanted", "lower the rate");
  }

  @Test
  void aShortBurstOfWorkIsNoSaturation() throws IOException {
    healthy(14, 0.97, 12);
    Path file = tideline.resolve(HealthLog.FILE_NAME);
    String busy = Files.readString(file);
    Files.delete(file);
    healthy(40, 0.3, 12);
    List<String> quiet = Files.readAllLines(file);
    Files.writeString(file, busy + String.join("\n", quiet.subList(14, 40)) + "\n");
    assertThat(verdict().result()).isEqualTo(Result.PASS);
  }

  @Test
  void aRecordThatEndsLongBeforeTheLoadProvesNothing() throws IOException {
    healthy(14, 0.3, 12);
    assertThat(verdict().result()).isEqualTo(Result.INVALID);
    assertThat(verdict().reasons().get(0)).contains(HealthLog.FILE_NAME, "ends 14 s");
  }

  @Test
  void aGeneratorOfWhichNothingIsKnownProvesNothing() throws IOException {
    Path file = tideline.resolve(HealthLog.FILE_NAME);
    List<String> all = Files.readAllLines(file);
    Files.delete(file);
    assertUnknownGenerator("No record of the generator's health");
    Files.writeString(file, "");
    assertUnknownGenerator("No record of the generator's health");
    Files.write(file, List.of(all.get(5), all.get(all.size() / 2), all.get(all.size() - 1)));
    assertUnknownGenerator("Only ");
  }

  private void assertUnknownGenerator(String why) throws IOException {
    assertThat(verdict().result()).isEqualTo(Result.INVALID);
    assertThat(verdict().reasons()).anyMatch(reason -> reason.startsWith(why));
    assertThat(Gate.unsound(run())).isNotEmpty();
  }

  @Test
  void aPlanOfLessLoadThanWasStartedIsOfAnotherRun() throws IOException {
    for (Plan other :
        List.of(
            SampleRun.plan(10, PLAN.load().phases(), PLAN.slos()),
            SampleRun.plan(
                20,
                List.of(
                    SampleRun.phase("first", 20, false, 1),
                    SampleRun.phase("second", 10, false, 1)),
                PLAN.slos()))) {
      PlanJson.write(other, tideline.resolve(PlanJson.FILE_NAME));
      assertThat(verdict().result()).isEqualTo(Result.INVALID);
      assertThat(verdict().reasons()).anyMatch(reason -> reason.contains("of one run together"));
    }
  }

  @Test
  void whatARunOfTidelineLeavesIsMissedWhereItIsGone() throws IOException {
    Files.delete(tideline.resolve(LateLog.FILE_NAME));
    assertThat(verdict().reasons()).anyMatch(reason -> reason.contains("late.log: missing"));

    Files.delete(tideline.resolve("plan.json"));
    Files.delete(tideline.resolve("starts.log"));
    assertDamaged("plan.json: missing, although there is origin.json");
    Files.delete(tideline.resolve("origin.json"));
    assertDamaged("plan.json: missing, although there is generator.jsonl");
    Files.delete(tideline.resolve(HealthLog.FILE_NAME));
    assertThat(run().info().complete()).isTrue();
  }

  @Test
  void aPauseOfTheGeneratorMakesTheRunInvalid() throws IOException {
    healthy(40, 0.3, 480);
    assertThat(verdict().reasons())
        .singleElement()
        .asString()
        .contains("pause of the generator 480", "at most 200");
  }

  @Test
  void aSampleThatWasCutOffIsPassedOverAndADamagedOneIsNamed() throws IOException {
    healthy(10, 0.3, 1);
    Path file = tideline.resolve(HealthLog.FILE_NAME);
    Files.writeString(file, Files.readString(file) + "{\"atSeconds\":1");
    assertThat(run().generator()).extracting(Generator::samples).isEqualTo(10L);
    Files.writeString(file, "nonsense\n{}\n");
    assertDamaged(HealthLog.FILE_NAME + ":1: not a sample of the generator");
  }

  @Test
  void aRunThatAnSloEndedFailsWithWhatWasSeenHoweverLittleThereIs() throws IOException {
    Path starts = tideline.resolve(StartLog.FILE_NAME);
    byte[] record = Files.readAllBytes(starts);
    record[record.length - 9] = (byte) StartLog.Ending.ABORTED.ordinal();
    Files.write(starts, record);
    new EventLog(tideline.resolve(EventLog.FILE_NAME))
        .append(new RunEvent(40 * SECOND, Kind.ABORT, 1, "errors 61.0 % for 30 s"));
    List<Slo> slos = List.of(new Slo(Scope.EVERYTHING, Metric.P999, 10_000));
    Run run = run();
    Verdict verdict = Gate.judge(run, slos, PLAN.validity());
    assertThat(run.info().ending()).isEqualTo(Ending.ABORTED);
    assertThat(verdict.result()).isEqualTo(Result.FAIL);
    assertThat(verdict.reasons()).containsExactly("Run aborted: errors 61.0 % for 30 s");
  }

  @Test
  void aRunThatWasStoppedByHandProvesNothing() throws IOException {
    Path starts = tideline.resolve(StartLog.FILE_NAME);
    byte[] record = Files.readAllBytes(starts);
    record[record.length - 9] = (byte) StartLog.Ending.STOPPED.ordinal();
    Files.write(starts, record);
    assertThat(verdict().result()).isEqualTo(Result.INVALID);
    assertThat(verdict().reasons().get(0)).contains("stopped", "let it run to its end");
  }
}
