package io.tideline.reports.stats;

import io.tideline.engine.schedule.LateLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run's record of late requests says.
 *
 * @param requests those that could be read
 * @param problem what is wrong with the record; null if nothing is
 */
record LateUsers(LateRecorder requests, @Nullable String problem) {

  /**
   * The record in {@code tideline}, a run's folder; without one nobody was late.
   *
   * @param originEpochMillis wall clock at the run's first instant; null when it is not known, and
   *     then nothing can be told
   */
  static LateUsers read(Path tideline, PhaseClock clock, @Nullable Long originEpochMillis) {
    Path file = tideline.resolve(LateLog.FILE_NAME);
    long origin = originEpochMillis == null ? 0 : originEpochMillis;
    LateRecorder requests = new LateRecorder(clock, origin);
    if (originEpochMillis == null || !Files.exists(file)) {
      return new LateUsers(requests, null);
    }
    try {
      LateLog.read(file, requests);
      return new LateUsers(requests, null);
    } catch (IOException e) {
      return new LateUsers(requests, e.getMessage());
    }
  }
}
