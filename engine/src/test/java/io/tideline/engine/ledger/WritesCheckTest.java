package io.tideline.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.ledger.Write.State;
import io.tideline.engine.ledger.WritesCheck.Bounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritesCheckTest {

  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(20), 1_000, 4);

  @TempDir Path temp;

  private static Write write(State state, String key) {
    return new Write(state, "memory", key, "1", 1, Instant.EPOCH);
  }

  @Test
  void writesAreFoundLostDuplicatedAndUnknown() throws InterruptedException {
    List<Write> writes =
        List.of(
            write(State.ACKNOWLEDGED, "there"),
            write(State.ACKNOWLEDGED, "gone"),
            write(State.ACKNOWLEDGED, "twice"),
            write(State.UNKNOWN, "yes"),
            write(State.UNKNOWN, "no"),
            write(State.UNKNOWN, "unknown twice"));
    Map<String, Integer> target = Map.of("there", 1, "twice", 2, "yes", 1, "unknown twice", 2);

    Writes result =
        new WritesCheck(write -> target.getOrDefault(write.key(), 0), BOUNDS).check(writes);

    assertThat(result.acknowledged()).isEqualTo(3);
    assertThat(result.found()).isEqualTo(2);
    assertThat(result.lost()).extracting(Write::key).containsExactly("gone");
    assertThat(result.duplicated())
        .extracting(Write::key)
        .containsExactly("twice", "unknown twice");
    assertThat(result.unknown()).isEqualTo(new Writes.Unknown(2, 1, 0));
    assertThat(result.unchecked()).isZero();
  }

  @Test
  void aTargetThatFailsIsAskedThreeTimesAndThenTheWriteIsUncheckedAndNotLost()
      throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    WriteLookUp failing =
        write -> {
          asked.incrementAndGet();
          throw new IOException("no answer");
        };

    Writes result =
        new WritesCheck(failing, BOUNDS).check(List.of(write(State.ACKNOWLEDGED, "one")));

    assertThat(asked).hasValue(3);
    assertThat(result.unchecked()).isEqualTo(1);
    assertThat(result.lost()).isEmpty();
  }

  @Test
  void whenTimeIsUpTheRestIsUnchecked() throws InterruptedException {
    WriteLookUp slow =
        write -> {
          TimeUnit.SECONDS.sleep(60);
          return 1;
        };
    Bounds tight = new Bounds(Duration.ofMillis(200), 1_000, 2);

    Writes result =
        new WritesCheck(slow, tight)
            .check(List.of(write(State.ACKNOWLEDGED, "a"), write(State.UNKNOWN, "b")));

    assertThat(result.unchecked()).isEqualTo(1);
    assertThat(result.unknown().unchecked()).isEqualTo(1);
  }

  @Test
  void noMoreIsAskedInASecondThanAllowed() throws InterruptedException {
    List<Write> writes =
        LongStream.range(0, 51).mapToObj(i -> write(State.ACKNOWLEDGED, "k" + i)).toList();
    long start = System.nanoTime();

    new WritesCheck(write -> 1, new Bounds(Duration.ofSeconds(20), 100, 8)).check(writes);

    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
  }

  @Test
  void theResultStandsBesideTheLedgerAndIsReadAgain() throws Exception {
    try (WriteLedger ledger = new WriteLedger(() -> Optional.of(temp), Clock.systemUTC())) {
      ledger.acknowledged(ledger.sent("memory", 1), "5");
      ledger.acknowledged(ledger.sent("memory", 2), "6");
    }

    Writes result = new WritesCheck(write -> write.account() == 1 ? 1 : 0, BOUNDS).run(temp);

    assertThat(result.lost()).extracting(Write::id).containsExactly("6");
    assertThat(Writes.read(temp)).contains(result);
  }
}
