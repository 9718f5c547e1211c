package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Check.Status;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.ErrorRow;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.testkit.LogCount;
import io.tideline.reports.testkit.LogEncoder;
import io.tideline.reports.testkit.SampleRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as Gatling and plug-ins really write them, and such as nobody should. */
class HostileLogTest {
  @TempDir Path folder;

  private Run read(LogEncoder log) throws IOException {
    Files.write(folder.resolve("simulation.log"), log.bytes());
    return new ResultsFolder(folder).read().run();
  }

  private static LogEncoder log(long start) {
    return new LogEncoder("3.14.9", start, List.of("Shop")).user(0, true, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_767_225_600_000L, 1_764_547_200_000L})
  void messagesThatNobodyWaitedForAreCountedApart(long start) throws IOException {
    LogEncoder log = log(start);
    for (int i = 0; i < 1_000; i++) {
      log.request(List.of("ws send"), i * 100, i * 100 + 25, "");
      if (i % 100 == 50) {
        log.request(List.of("ws"), i * 100 + 10, (int) (Long.MIN_VALUE - start), "");
      }
    }
    Run run = read(log.user(0, false, 100_000));

    LogCount all = LogCount.of(folder.resolve("simulation.log"));
    long real = all.requests.stream().filter(request -> request.name().equals("ws send")).count();
    assertThat(run.info().complete()).isTrue();
    assertThat(run.pool(Scope.EVERYTHING).requests()).isEqualTo(real).isEqualTo(1_000);
    assertThat(run.pool(Scope.EVERYTHING).okLatencies().max()).isEqualTo(25);
    assertThat(run.log().unmatchedMessages()).isEqualTo(10);
    assertThat(run.log().impossible().count()).isZero();
    assertThat(console(run)).contains("10 messages of the server that no check waited for");
  }

  @Test
  void oneImpossibleRequestIsCountedApartAndSaid() throws IOException {
    LogEncoder log = log(1_000);
    for (int i = 0; i < 1_000; i++) {
      log.request(List.of("Cart"), i * 50, i * 50 + 40, "");
      if (i == 10) {
        log.request(List.of("Cart"), 520, 450, "");
      }
    }
    Run run = read(log.user(0, false, 60_000));

    assertThat(run.info().complete()).isTrue();
    assertThat(run.pool(Scope.EVERYTHING).requests()).isEqualTo(1_000);
    assertThat(run.log().impossible().requests()).isEqualTo(1);
    Check check = check(run, "validity/times");
    assertThat(check.status()).isEqualTo(Status.WARN);
    assertThat(check.sentence()).contains("1 request (0 failed)", "ends at 450 ms, before");
    assertThat(console(run)).contains("ends at 450 ms");
  }

  @Test
  void moreThanOneInAHundredImpossibleRequestsMakeTheRunInvalid() throws IOException {
    LogEncoder log = log(1_000);
    for (int i = 0; i < 1_000; i++) {
      log.request(List.of("Cart"), i * 50, i * 50 + (i % 50 == 0 ? -1 : 40), "");
    }
    Run run = read(log.user(0, false, 60_000));

    assertThat(check(run, "validity/times").status()).isEqualTo(Status.FAIL);
    assertThat(Gate.judge(run).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void noTimeInALogDecidesHowMuchIsKept() throws IOException {
    LogEncoder log = log(1_000);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 50_000; i++) {
      int start = random.nextInt();
      log.request(List.of("R" + i % 50), start, start + random.nextInt(100), "");
      log.user(0, i % 2 == 0, random.nextInt());
      log.group("G", random.nextInt(), random.nextInt(), true);
      log.error("R: boom " + i, random.nextInt());
    }
    Run run = read(log);

    assertThat(run.info().ending().key()).isNotEqualTo("damaged");
    assertThat(run.timeLine().moments()).hasSizeLessThanOrEqualTo(1_500);
    assertThat(RunJson.text(run).length()).isLessThan(3_000_000);
    assertThat(Gate.judge(run).result()).isEqualTo(Result.INVALID);
  }

  @Test
  void userEndsWithoutStartsLeaveNobodyActive() throws IOException {
    Run run = read(log(1_000).request(List.of("A"), 1, 2, "").user(0, false, 3).user(0, false, 4));

    assertThat(run.info().complete()).isTrue();
    assertThat(run.timeLine().moments().get(0).active()).isZero();
  }

  @Test
  void thirtyThousandMessagesThatDifferInANumberAreOneError() throws IOException {
    LogEncoder log = log(1_000);
    for (int i = 0; i < 30_000; i++) {
      log.request(List.of("Cart"), i, i + 1, "no order " + i + " of user" + i);
      log.error("Cart: no item " + i, i);
    }
    Run run = read(log.user(0, false, 31_000));

    assertThat(run.errors())
        .containsExactlyInAnyOrder(
            new ErrorRow(
                "no order # of user#", "", "Cart", "run", 30_000, 0.001, 30, "no order 0 of user0"),
            new ErrorRow("no item #", "", "Cart", "run", 30_000, 0, 29.999, "no item 0"));
    assertThat(console(run)).contains("no order # of user#").doesNotContain("no order 7");
    Path file = Files.writeString(folder.resolve("run.json"), RunJson.text(run));
    assertThat(RunReader.read(file).errors()).isEqualTo(run.errors());
  }

  /** Such as a machine leaves behind that lost its power. */
  @Test
  void aFileThatNamesNoVersionIsDamagedAndNotOfAnUnknownGatling() throws IOException {
    for (String version : List.of("", " ", "\u0000\u0000")) {
      LogEncoder log = new LogEncoder(version, 1_000, List.of("Shop"));
      assertThat(read(log).info().endingReason()).contains("no version of Gatling");
    }
    Files.write(folder.resolve("simulation.log"), new byte[100_000]);
    assertThat(new ResultsFolder(folder).read().run().info().ending().key()).isEqualTo("damaged");
    LogEncoder later = new LogEncoder("3.16.0-SNAPSHOT", 1_000, List.of("Shop"));
    assertThatThrownBy(() -> read(later))
        .hasMessageContaining("written by Gatling 3.16.0-SNAPSHOT");
  }

  @Test
  void oneMessageKeepsItsWords() throws IOException {
    LogEncoder log = log(1_000);
    for (int i = 0; i < 100; i++) {
      log.request(List.of("Cart"), i, i + 1, "Connection refused: /127.0.0.1:8080");
    }

    assertThat(read(log.user(0, false, 200)).errors())
        .extracting(ErrorRow::message, ErrorRow::example)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("Connection refused: /127.0.0.1:8080", null));
  }

  @ParameterizedTest
  @ValueSource(longs = {5_000, -5_000, 3_600_000, -3_600_000, 1_500, -1_500})
  void recordsOnTwoClocksAreInvalid(long shiftMillis) throws IOException {
    sample();
    Path starts = folder.resolve("tideline/starts.log");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(starts));
    Files.write(starts, bytes.putLong(8, bytes.getLong(8) + shiftMillis).array());

    assertApart(-shiftMillis);
  }

  @Test
  void aClockThatIsSetInMidRunIsInvalid() throws IOException {
    sample();
    Path starts = folder.resolve("tideline/starts.log");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(starts));
    int records = (bytes.capacity() - 16) / 24 - 1;
    for (int i = records / 2; i < records; i++) {
      int at = 16 + i * 24 + 16;
      bytes.putLong(at, bytes.getLong(at) + 5_000_000_000L);
    }
    Files.write(starts, bytes.array());

    assertApart(-5_000);
  }

  @Test
  void aRecordOfTheGeneratorOnAnotherClockIsInvalid() throws IOException {
    sample();
    Files.writeString(
        folder.resolve("tideline").resolve(HealthLog.FILE_NAME),
        "{\"atSeconds\":3601.0,\"cpu\":0.1,\"gcMillis\":0.0,\"pauseMillis\":1.0,\"queued\":0,"
            + "\"heapBytes\":1}\n");
    Run run = new ResultsFolder(folder).read().run();

    assertThat(check(run, "validity/clock").status()).isEqualTo(Status.FAIL);
    assertThat(check(run, "validity/clock").sentence())
        .contains("generator.jsonl has a record at 3601.0 s");
  }

  @Test
  void recordsOnOneClockAgree() throws IOException {
    sample();
    Run run = new ResultsFolder(folder).read().run();

    assertThat(check(run, "validity/clock").status()).isEqualTo(Status.PASS);
  }

  private void sample() throws IOException {
    SampleRun.of(
            SampleRun.plan(20, List.of(SampleRun.phase("steady", 30, false, 1)), List.of()),
            SampleRun.HEALTHY,
            Duration.ZERO)
        .writeTo(folder);
  }

  private void assertApart(long millis) throws IOException {
    Run run = new ResultsFolder(folder).read().run();
    assertThat(run.log().clock()).isNotNull();
    assertThat(run.log().clock().apartSeconds())
        .isCloseTo(millis / 1e3, org.assertj.core.api.Assertions.within(0.1));
    assertThat(check(run, "validity/clock").status()).isEqualTo(Status.FAIL);
    assertThat(Gate.judge(run).result()).isEqualTo(Result.INVALID);
  }

  private static Check check(Run run, String id) {
    return Gate.judge(run).checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String console(Run run) {
    Verdict verdict = Gate.judge(run);
    return ConsoleReport.text(run, verdict, Colours.OFF);
  }
}
