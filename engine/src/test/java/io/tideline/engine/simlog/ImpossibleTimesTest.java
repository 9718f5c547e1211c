package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpossibleTimesTest {
  private static final int DAY = 86_400_000;

  @ParameterizedTest
  @CsvSource({
    "50, -20, 'ends at -20 ms, before its start at 50 ms'",
    "50, 49, 'ends at 49 ms, before its start at 50 ms'",
    "-1, 50, 'at -1 ms, before the run began'",
    "-2147483648, 2147483647, 'at -2147483648 ms, before the run began'",
    "2147483647, -2147483648, 'ends at -2147483648 ms, before its start at 2147483647 ms'",
    "-2147483640, -2147483600, 'at -2147483640 ms, before the run began'",
    "100, 731548806, 'from 100 ms to 731548806 ms, far from all other records'",
    "100, 86400101, 'from 100 ms to 86400101 ms, far from all other records'",
    "864000000, 864000025, 'at 864000025 ms, far from all other records'",
    "2147483600, 2147483647, 'at 2147483647 ms, far from all other records'"
  })
  void oneRequestWithImpossibleTimesLosesNothingBehindIt(int start, int end, String why)
      throws Exception {
    LogBytes log = LogBytes.withRun();
    for (int i = 0; i < 1_000; i++) {
      log.request(List.of(), "Cart", i * 10, i * 10 + 25, "");
      if (i == 100) {
        log.request(List.of(), "Cart", start, end, "");
      }
    }

    Told told = Told.of(log.bytes());

    assertThat(told.end.whole()).isTrue();
    assertThat(told.records).filteredOn(line -> line.startsWith("request ")).hasSize(1_000);
    assertThat(told.records)
        .filteredOn(line -> line.startsWith("impossible "))
        .containsExactly("impossible request Cart: " + why);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_767_225_600_000L, 1_764_547_200_000L, LogBytes.START, 1, 1L << 32, -77})
  void aMessageThatNobodyWaitedForIsNoRequestWheneverTheRunBegan(long runStart) throws Exception {
    LogBytes log = LogBytes.withRunAt(runStart);
    int unmatched = (int) (Long.MIN_VALUE - runStart);
    log.request(List.of("Shop"), "ws", 100, unmatched, "")
        .request(List.of("Shop"), "ws", 200, 225, "");

    Told told = Told.of(log.bytes());

    assertThat(told.records.subList(1, 3))
        .containsExactly("message Shop / ws 100", "request Shop / ws 200-225 ok ''");
  }

  @Test
  void aFailedRequestWithThatEndIsNoMessage() throws Exception {
    int unmatched = (int) (Long.MIN_VALUE - LogBytes.START);
    byte[] log = LogBytes.withRun().request(List.of(), "ws", 100, unmatched, "boom").bytes();

    assertThat(Told.of(log).records).last().asString().startsWith("impossible request ws");
  }

  @Test
  void usersAndErrorsCountWheneverTheyAreSaidToBe() throws Exception {
    byte[] log =
        LogBytes.withRun()
            .user(0, true, -5)
            .user(0, true, 10)
            .error("Search: boom", Integer.MIN_VALUE)
            .user(0, false, Integer.MIN_VALUE)
            .user(0, false, Integer.MAX_VALUE)
            .user(1, true, 20)
            .user(1, false, 30)
            .bytes();

    Told told = Told.of(log);

    assertThat(told.end.whole()).isTrue();
    assertThat(told.records.subList(1, told.records.size()))
        .containsExactly(
            "user 0 start 0",
            "user 0 start 10",
            "error 'Search: boom' 10",
            "user 0 end 10",
            "user 1 start 20",
            "user 1 end 30",
            "user 0 end 30");
    assertThat(told.remarks).hasSize(4);
  }

  @Test
  void afterASilenceTheLogGoesOn() throws Exception {
    LogBytes log = LogBytes.withRun().request(List.of(), "A", 0, 5, "");
    for (int i = 0; i < 30; i++) {
      log.request(List.of(), "A", DAY / 2 + i, DAY / 2 + i + 5, "");
    }
    log.user(0, false, DAY);

    Told told = Told.of(log.bytes());

    assertThat(told.records).hasSize(33).noneMatch(line -> line.startsWith("impossible"));
    assertThat(told.records).last().isEqualTo("user 0 end " + DAY);
  }

  @Test
  void aSlowLogIsReadWhole() throws Exception {
    LogBytes log = LogBytes.withRun();
    for (int hour = 0; hour < 100; hour++) {
      log.request(List.of(), "A", hour * 3_600_000, hour * 3_600_000 + 5, "");
    }

    assertThat(Told.of(log.bytes()).records)
        .hasSize(101)
        .noneMatch(line -> line.startsWith("impossible"));
  }

  @Test
  void aUserWhoseEndStandsBeforeAllRequestsIsBelieved() throws Exception {
    LogBytes log = LogBytes.withRun().user(0, true, 0).user(0, false, 3_600_000);
    for (int i = 0; i < 3_600; i++) {
      log.request(List.of(), "A", i * 1_000, i * 1_000 + 5, "");
    }

    assertThat(Told.of(log.bytes()).records).last().isEqualTo("user 0 end 3600000");
  }

  @Test
  void groupsArePassedOverToo() throws Exception {
    byte[] log =
        LogBytes.withRun()
            .group(List.of("A"), 10, -4, 3)
            .group(List.of("A"), -4, 10, 3)
            .group(List.of("A"), 10, 20, -3)
            .bytes();

    assertThat(Told.of(log).records.subList(1, 4))
        .containsExactly(
            "impossible group A: ends at -4 ms, before its start at 10 ms",
            "impossible group A: at -4 ms, before the run began",
            "group A 10-20 -3 ok");
  }

  @Test
  void controlCharactersBecomeSpaces() throws Exception {
    String escape = "\u001b[31mred\u0007\u009b2J\u007f";
    byte[] log = LogBytes.withRun().request(List.of(), escape, 1, 2, escape).bytes();

    assertThat(Told.of(log).records.get(1))
        .isEqualTo("request  [31mred  2J  1-2 ko ' [31mred  2J '");
  }
}
