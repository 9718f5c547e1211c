package io.tideline.engine.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCountsTest {
  @TempDir Path folder;

  @Test
  void nothingIsLostOrCountedTwiceWhileSeveralThreadsCount() throws Exception {
    ReplyCounts counts = new ReplyCounts();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                t ->
                    new Thread(
                        () -> IntStream.range(0, 50_000).forEach(i -> counts.reply(ReplyKind.HIT))))
            .toList();
    threads.forEach(Thread::start);
    long taken = 0;
    for (int i = 0; i < 50; i++) {
      taken += counts.take(i).hits();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(taken + counts.take(60).hits()).isEqualTo(200_000);
  }

  @Test
  void anAccountThatIsInUseTwiceAtTheSameTimeIsSeenAndOneThatIsUsedAgainIsNot() {
    ReplyCounts counts = new ReplyCounts();
    counts.begin("a");
    counts.end("a");
    counts.begin("a");
    counts.begin("b");
    assertThat(counts.take(1).shared()).isZero();
    counts.begin("a");
    counts.end("a");
    counts.end("a");
    counts.begin("a");
    ReplySample sample = counts.take(2);
    assertThat(sample.shared()).isEqualTo(1);
    assertThat(sample.sessions()).isEqualTo(5);
    assertThat(sample.accounts()).isEqualTo(2);
  }

  @Test
  void thereAreNeverMoreAccountsThanSessionsNorMoreAddressesThanReads() {
    ReplyCounts counts = new ReplyCounts();
    for (int i = 0; i < 2_000; i++) {
      counts.begin("user" + i + "@memories.example");
      counts.read("https://memories.example/api/memories/" + i);
      ReplySample sample = counts.take(i);
      assertThat(sample.accounts()).isLessThanOrEqualTo(sample.sessions());
      assertThat(sample.addresses()).isLessThanOrEqualTo(sample.reads());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000, 40_000, 300_000})
  void theNumberOfDifferentKeysIsKnownWithinTwoPercentHoweverOftenTheyCome(int keys) {
    DistinctCount count = new DistinctCount();
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < keys; i++) {
        count.add("https://memories.example/api/memories/" + new UUID(7, i));
      }
    }
    assertThat((double) count.estimate()).isCloseTo(keys, within(0.02 * keys + 0.5));
  }

  @Test
  void theFileKeepsWhatWasCountedAndALastLineThatWasCutOffIsPassedOver() throws Exception {
    Path file = folder.resolve(ReplyLog.FILE_NAME);
    ReplySample sample = new ReplySample(1.5, 1, 2, 3, 4, 5, 5, 0, 9, 8);
    try (ReplyLog log = new ReplyLog(file)) {
      log.write(sample);
    }
    Files.writeString(file, "{\"atSeconds\":2.5,\"hi", StandardOpenOption.APPEND);
    List<ReplySample> read = new ArrayList<>();
    ReplyLog.read(file, read::add);
    assertThat(read).containsExactly(sample);
    Files.writeString(file, "\n{}\n", StandardOpenOption.APPEND);
    assertThatIOException()
        .isThrownBy(() -> ReplyLog.read(file, read::add))
        .withMessageContaining("replies.jsonl:2: not a count of the journeys' replies");
  }
}
