package io.tideline.engine.show;

import io.tideline.engine.live.LiveState;
import java.io.PrintStream;

/**
 * One line that is rewritten each second. It is made to fit the terminal as wide as it was at the
 * start; while it is written the terminal is told not to wrap, for one that has become narrower
 * since, or whose width nothing tells.
 */
final class ProgressInPlace implements Progress {
  private static final String BACK_AND_CLEAR = "\r\u001b[2K";
  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";

  private final PrintStream out;
  private final int columns;
  private boolean shown;

  /**
   * @param columns how wide the terminal is
   */
  ProgressInPlace(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void show(LiveState state) {
    // The last column stays free: some terminals wrap when it is filled.
    out.print(BACK_AND_CLEAR + WRAP_OFF + ProgressText.of(state, columns - 1) + WRAP_ON);
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
