package io.tideline.reports.stats;

import io.tideline.engine.schedule.StartLog.Ending;
import io.tideline.engine.schedule.StartLogReader.Frame;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a run's record of starts says, if there is one. */
sealed interface Starts {
  /** Wall clock at the run's first instant; null when that is not known. */
  default @Nullable Long epochMillis() {
    return null;
  }

  /** How faithfully the load was offered; null when that is not known. */
  default @Nullable Injection injection() {
    return null;
  }

  /** When arrivals were due and started, over time; null when that is not known. */
  default @Nullable ArrivalCounts arrivals() {
    return null;
  }

  /** When users started; null when that is not known. */
  default @Nullable StartSamples samples() {
    return null;
  }

  /** Nobody was to keep one: Tideline did not make the run. */
  record NotKept() implements Starts {}

  /**
   * There should be one.
   *
   * @param problem one sentence: where, what
   */
  record Unusable(String problem) implements Starts {}

  /**
   * It was read.
   *
   * @param file it was read from
   * @param frame when the run began and how it ended
   */
  record Read(
      Path file, Frame frame, Injection injection, ArrivalCounts arrivals, StartSamples samples)
      implements Starts {
    boolean ended(Ending ending) {
      return frame.ending().filter(ending::equals).isPresent();
    }

    @Override
    public Long epochMillis() {
      return frame.epochMillis();
    }
  }
}
