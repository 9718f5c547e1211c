package io.tideline.engine.show;

import io.tideline.engine.live.LiveState;
import io.tideline.engine.plan.LiveOptions;
import java.io.PrintStream;

/** What a terminal shows of a run. One thread at a time. */
public interface Progress {
  /** Shows nothing. */
  Progress OFF = state -> {};

  /** To be called once a second. */
  void show(LiveState state);

  /** To be called once, at the end. */
  default void end(LiveState state) {}

  /**
   * Progress of the kind that is wanted.
   *
   * @param terminal whether {@code out} is one, so that a line can be rewritten
   */
  static Progress of(LiveOptions.Progress kind, PrintStream out, boolean terminal) {
    return switch (kind) {
      case OFF -> OFF;
      case LINE -> new ProgressInPlace(out, StandardOutput.columns());
      case PLAIN -> new ProgressLines(out);
      case AUTO ->
          terminal ? new ProgressInPlace(out, StandardOutput.columns()) : new ProgressLines(out);
    };
  }
}
