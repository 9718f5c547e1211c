package io.tideline.engine.search;

import java.time.Duration;

/**
 * What a search may offer and how long it may take.
 *
 * @param loads the loads it may offer
 * @param staircase how closely it looks
 * @param times lengths of its steps
 * @param longest all of its steps together; a search that would go on says what it knows by then
 */
public record SearchSettings(
    LoadRange loads, Staircase staircase, StepTimes times, Duration longest) {

  /** Up to {@code cap} times the plan's rate, within three hours. */
  public static SearchSettings upTo(double cap) {
    return new SearchSettings(
        LoadRange.upTo(cap), Staircase.STANDARD, StepTimes.STANDARD, Duration.ofHours(3));
  }

  /** The same search with all of its times shortened by a factor. */
  public SearchSettings compressed(double speedup) {
    return new SearchSettings(
        loads, staircase, times.compressed(speedup), StepTimes.shorter(longest, speedup));
  }
}
