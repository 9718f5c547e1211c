package io.tideline.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.engine.ledger.Write.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLedgerTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path temp;

  private WriteLedger ledger() {
    return new WriteLedger(() -> Optional.of(temp), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @Test
  void whatWasAcknowledgedIsOnRecordWithItsNumber() throws IOException {
    String key;
    try (WriteLedger ledger = ledger()) {
      key = ledger.sent("memory", 7);
      ledger.acknowledged(key, "42");
    }

    assertThat(LedgerJson.read(temp))
        .containsExactly(new Write(State.ACKNOWLEDGED, "memory", key, "42", 7, NOON));
  }

  @Test
  void whatNobodyAnsweredIsUnknownAtTheEnd() throws IOException {
    String sent;
    String givenUp;
    try (WriteLedger ledger = ledger()) {
      sent = ledger.sent("memory", 1);
      givenUp = ledger.sent("media", 2);
      ledger.givenUp(givenUp);
    }

    assertThat(LedgerJson.read(temp))
        .containsExactlyInAnyOrder(
            new Write(State.UNKNOWN, "memory", sent, null, 1, NOON),
            new Write(State.UNKNOWN, "media", givenUp, null, 2, NOON));
  }

  @Test
  void whatWasAcknowledgedIsNotGivenUpAfterwards() throws IOException {
    try (WriteLedger ledger = ledger()) {
      String key = ledger.sent("memory", 1);
      ledger.acknowledged(key, "5");
      ledger.givenUp(key);
    }

    assertThat(LedgerJson.read(temp)).extracting(Write::state).containsExactly(State.ACKNOWLEDGED);
  }

  @Test
  void linesAreInTheFileSoonAndNotOnlyAtTheEnd() throws Exception {
    WriteLedger ledger = ledger();
    ledger.acknowledged(ledger.sent("memory", 1), "5");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (LedgerJson.read(temp).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(20);
    }

    assertThat(LedgerJson.read(temp)).hasSize(1);
    ledger.close();
  }

  @Test
  void aLastLineThatWasCutOffIsPassedOverAndNoOther() throws IOException {
    try (WriteLedger ledger = ledger()) {
      ledger.acknowledged(ledger.sent("memory", 1), "5");
    }
    Path file = temp.resolve(WriteLedger.FILE_NAME);
    Files.writeString(file, "{\"state\":\"ackn", StandardOpenOption.APPEND);
    assertThat(LedgerJson.read(temp)).hasSize(1);

    Files.writeString(file, "\n{}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> LedgerJson.read(temp)).hasMessage(file + ": line 2 is no write");
  }

  @Test
  void aRunWithoutWritesHasNone() throws IOException {
    ledger().close();

    assertThat(LedgerJson.read(temp)).isEqualTo(List.of());
  }
}
