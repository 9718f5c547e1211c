package io.tideline.engine.injection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux may wake a waiting thread up to 50 microseconds late, to save wake-ups; it lets each thread
 * ask for less. See {@code PR_SET_TIMERSLACK} in prctl(2) and {@code timerslack_ns} in proc(5).
 */
final class TimerSlack {
  private static final Logger LOGGER = LoggerFactory.getLogger(TimerSlack.class);

  private TimerSlack() {}

  /** Asks for the least for the calling thread; where that is not possible nothing changes. */
  static void shrink() {
    try {
      Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
      Files.writeString(
          Path.of("/proc").resolve(thread).resolve("timerslack_ns"), "1", StandardOpenOption.WRITE);
    } catch (IOException e) {
      LOGGER.debug("timers keep the slack that the system gives them", e);
    }
  }
}
