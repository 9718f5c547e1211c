package io.tideline.engine.show;

import io.tideline.engine.live.LiveState;
import java.io.PrintStream;

/** A new line every ten seconds, for logs. */
final class ProgressLines implements Progress {
  private static final int EVERY = 10;

  private final PrintStream out;
  private int calls;

  ProgressLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(LiveState state) {
    calls++;
    if (calls % EVERY == 0) {
      out.println(ProgressText.of(state));
    }
  }

  @Override
  public void end(LiveState state) {
    out.println(ProgressText.of(state));
  }
}
