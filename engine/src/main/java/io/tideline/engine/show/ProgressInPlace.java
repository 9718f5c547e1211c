package io.tideline.engine.show;

import io.tideline.engine.live.LiveState;
import java.io.PrintStream;

/** One line that is rewritten each second. */
final class ProgressInPlace implements Progress {
  private static final String BACK_AND_CLEAR = "\r\u001b[2K";

  private final PrintStream out;
  private boolean shown;

  ProgressInPlace(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(LiveState state) {
    out.print(BACK_AND_CLEAR + ProgressText.of(state));
    out.flush();
    shown = true;
  }

  @Override
  public void end(LiveState state) {
    show(state);
    if (shown) {
      out.println();
    }
  }
}
