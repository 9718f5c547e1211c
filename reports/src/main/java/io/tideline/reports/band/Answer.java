package io.tideline.reports.band;

import org.jspecify.annotations.Nullable;

/** The answer to a {@link Question}. */
public sealed interface Answer {

  /** The figures; null when there are too few earlier runs to have any. */
  @Nullable Comparison comparison();

  /** What it means, in the words of one sentence that goes on after the figure's name and value. */
  String sentence();

  /** The figure is not worse, and a rise as large as was asked for would have been found. */
  record Pass(Comparison comparison, String sentence) implements Answer {}

  /** The figure lies above its band, and no fresh run was made to confirm it. */
  record Warn(Comparison comparison, String sentence) implements Answer {}

  /** The figure lies above its band, and fresh runs confirm it. */
  record Fail(Comparison comparison, String sentence) implements Answer {}

  /**
   * There is too little to tell: too few earlier runs, or too much noise for the rise asked for.
   */
  record Insufficient(@Nullable Comparison comparison, String sentence) implements Answer {}
}
