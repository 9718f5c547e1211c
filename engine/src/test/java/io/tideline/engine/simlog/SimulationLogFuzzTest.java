package io.tideline.engine.simlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tideline.engine.simlog.LogEnd.CutOff;
import io.tideline.engine.simlog.LogEnd.Damaged;
import io.tideline.engine.simlog.LogEnd.WholeRecords;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulationLogFuzzTest {
  private static final Path LOG = Path.of("simulation.log");
  private static final long SEED = 20260101;

  @Test
  void aLogCutAtAnyByteGivesEveryWholeRecordBeforeTheCut() throws Exception {
    byte[] log = LogBytes.ofEveryKind();
    List<String> all = Told.of(log).records;

    for (int length = 0; length < log.length; length++) {
      Told told = Told.of(Arrays.copyOf(log, length));
      assertThat(told.records).isEqualTo(all.subList(0, told.records.size()));
      assertThat(told.end.records()).isEqualTo(told.records.size());
      if (told.end instanceof CutOff cut) {
        assertThat(cut.length()).isEqualTo(length);
        assertThat(cut.atByte()).isLessThanOrEqualTo(length);
      } else {
        assertThat(told.end).isEqualTo(new WholeRecords(told.records.size(), length));
      }
    }
  }

  @Test
  void aFlippedBitGivesAResultOrOneClearError() {
    byte[] log = LogBytes.ofEveryKind();
    for (int bit = 0; bit < log.length * Byte.SIZE; bit++) {
      byte[] flipped = log.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertEndsClearly(flipped);
    }
  }

  @Test
  void anyFourBytesReplacedByInsaneNumbersGiveAResultOrOneClearError() {
    byte[] log = LogBytes.ofEveryKind();
    int[] insane = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0, 1, 8188, 1 << 24};
    for (int at = 0; at + Integer.BYTES <= log.length; at++) {
      for (int value : insane) {
        byte[] broken = log.clone();
        ByteBuffer.wrap(broken).putInt(at, value);
        assertEndsClearly(broken);
      }
    }
  }

  @Test
  void aRealLogCutAtAnyByteGivesEveryWholeRecordBeforeTheCut() throws Exception {
    byte[] log = Files.readAllBytes(RecordedLogTest.recorded());
    List<String> all = Told.of(log).records;
    int before = 0;
    for (int length = 0; length <= log.length; length++) {
      Told told = Told.of(Arrays.copyOf(log, length));
      assertThat(told.end).as("cut at %d", length).isNotInstanceOf(Damaged.class);
      assertThat(told.records.size()).isBetween(before, before + 1);
      before = told.records.size();
      assertThat(told.records).isEqualTo(all.subList(0, before));
    }
    assertThat(before).isEqualTo(all.size());
  }

  @Test
  void aRealLogWithAFlippedBitGivesAResultOrOneClearError() throws Exception {
    byte[] log = Files.readAllBytes(RecordedLogTest.recorded());
    for (int bit = 0; bit < log.length * Byte.SIZE; bit++) {
      log[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertEndsClearly(log);
      log[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
  }

  @Test
  void bytesLostDoubledOrMovedGiveAResultOrOneClearError() {
    byte[] log = LogBytes.ofEveryKind();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 20_000; round++) {
      int from = random.nextInt(log.length);
      int to = from + random.nextInt(Math.min(200, log.length - from)) + 1;
      byte[] part = Arrays.copyOfRange(log, from, to);
      int at = random.nextInt(log.length);
      byte[] broken =
          random.nextBoolean() ? spliced(log, at, at, part) : spliced(log, from, to, new byte[0]);
      assertEndsClearly(broken);
    }
  }

  private static byte[] spliced(byte[] log, int from, int to, byte[] with) {
    ByteBuffer spliced = ByteBuffer.allocate(log.length - (to - from) + with.length);
    return spliced.put(log, 0, from).put(with).put(log, to, log.length - to).array();
  }

  @Test
  void howALogIsCutIntoPiecesChangesNothing() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] log = LogBytes.ofEveryKind();
    for (int round = 0; round < 3_000; round++) {
      byte[] broken = log.clone();
      broken[random.nextInt(log.length)] = (byte) random.nextInt();
      assertThat(inPieces(broken, random)).isEqualTo(atOnce(broken));
    }
  }

  private static String atOnce(byte[] log) {
    try {
      Told told = Told.of(log);
      return told.records + told.end.sentence(LOG);
    } catch (UnsupportedGatlingException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static String inPieces(byte[] log, SplittableRandom random) {
    Told told = new Told();
    SimulationLogParser parser = new SimulationLogParser("simulation.log", told);
    try {
      int from = 0;
      for (int to = 0; to < log.length; ) {
        to = Math.min(log.length, to + 1 + random.nextInt(40));
        from += parser.parse(log, from, to);
      }
      parser.finish();
      return told.records + parser.end(log.length).sentence(LOG);
    } catch (UnsupportedGatlingException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void noiseGivesAResultOrOneClearErrorInNoTime() {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] head = LogBytes.withRun().bytes();
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int round = 0; round < 5_000; round++) {
            byte[] noise = Arrays.copyOf(head, head.length + 2_000);
            for (int i = head.length; i < noise.length; i++) {
              // Small values look most like a log.
              noise[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : 0);
            }
            assertEndsClearly(noise);
          }
        });
  }

  @Test
  void aRecordWithoutEndIsDamageBeforeItFillsTheMemory() throws Exception {
    LogBytes scenarios = new LogBytes().raw(RecordType.RUN).string("3.15.1").string("a.Simulation");
    scenarios.integer(0).integer(0).string("").integer(10_000);
    String longest = "x".repeat(RecordFields.LONGEST_STRING);
    for (int i = 0; i < 600; i++) {
      scenarios.string(longest);
    }

    LogEnd end = Told.of(scenarios.bytes()).end;

    assertThat(end.sentence(LOG))
        .isEqualTo(
            "simulation.log: damaged at byte 0: a record of more than 4194304 bytes;"
                + " no record before it");
  }

  @Test
  void endlessDistinctNamesDoNotFillTheMemory() throws Exception {
    StringTable strings = new StringTable();
    PathTable paths = new PathTable();
    int more = StringTable.MOST_STRINGS + 1_000;
    for (int i = 1; i <= more; i++) {
      strings.add("name " + i);
    }

    assertThat(strings.has(more)).isTrue();
    assertThat(strings.get(more)).isEqualTo(StringTable.NOT_KEPT);
    assertThat(paths.child(LogPath.ROOT, more, strings))
        .isSameAs(paths.child(LogPath.ROOT, more - 1, strings));
  }

  @Test
  void endlessPathsOfFewNamesDoNotFillTheMemory() {
    StringTable strings = new StringTable();
    for (int i = 1; i <= 1_000; i++) {
      strings.add("name " + i);
    }
    PathTable paths = new PathTable();
    LogPath last = LogPath.ROOT;
    int mostId = 0;
    for (int outer = 1; outer <= 1_000; outer++) {
      LogPath group = paths.child(LogPath.ROOT, outer, strings);
      for (int inner = 1; inner <= 1_000; inner++) {
        last = paths.child(group, inner, strings);
        mostId = Math.max(mostId, last.id());
      }
    }

    assertThat(mostId).isLessThan(PathTable.MOST_NAMES);
    assertThat(last.names()).containsExactly(StringTable.NOT_KEPT);
    assertThat(paths.child(last, 7, strings)).isSameAs(last);
    assertThat(paths.child(paths.child(LogPath.ROOT, 1, strings), 2, strings).names())
        .containsExactly("name 1", "name 2");
  }

  private static void assertEndsClearly(byte[] log) {
    try {
      Told told = Told.of(log);
      assertThat(told.end.records()).isEqualTo(told.records.size());
      assertThat(told.end.atByte()).isBetween(0L, (long) log.length);
      assertThat(told.end.sentence(LOG)).isNotBlank();
    } catch (UnsupportedGatlingException refused) {
      assertThat(refused).hasMessageContaining("written by Gatling");
    }
  }
}
