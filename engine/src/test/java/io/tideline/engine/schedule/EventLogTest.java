package io.tideline.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tideline.engine.schedule.RunEvent.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
  private static final RunEvent BEGUN = new RunEvent(2_000, Kind.FAULT_START, 1, "killed", null);
  private static final RunEvent PAUSED = new RunEvent(3_000, Kind.PAUSE, 1, "by hand", null);

  @TempDir Path folder;

  @Test
  void whatBecomesKnownLateIsReadInOrderOfTime() throws Exception {
    EventLog log = new EventLog(folder.resolve(EventLog.FILE_NAME));
    log.append(PAUSED);
    log.append(BEGUN);

    assertThat(log.read()).containsExactly(BEGUN, PAUSED);
  }

  @Test
  void aLineThatWasCutOffIsPassedOverAndADamagedOneIsNamed() throws Exception {
    EventLog log = new EventLog(folder.resolve(EventLog.FILE_NAME));
    assertThat(log.read()).isEmpty();
    log.append(BEGUN);
    Files.writeString(log.file(), "{\"atN", StandardOpenOption.APPEND);
    assertThat(log.read()).containsExactly(BEGUN);
    Files.writeString(log.file(), "\n", StandardOpenOption.APPEND);
    assertThatIOException().isThrownBy(log::read).withMessageContaining(":2: not an event");
  }
}
