package io.tideline.reports.preview;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters that a plot is drawn with.
 *
 * @param levels a cell filled by 0 up to all of it, from empty to full
 * @param axis the line on the left
 * @param tick a mark on it
 * @param corner where both lines meet
 * @param floor the line below
 * @param floorTick a mark on it
 * @param cap a cap's line
 * @param edge where a phase begins
 */
record Glyphs(
    String levels,
    char axis,
    char tick,
    char corner,
    char floor,
    char floorTick,
    char cap,
    char edge) {

  /** Eighth blocks and lines. */
  static final Glyphs BLOCKS = new Glyphs(" ▁▂▃▄▅▆▇█", '│', '┤', '└', '─', '┬', '╌', '╵');

  /** What every terminal has. */
  static final Glyphs ASCII = new Glyphs(" .:#", '|', '+', '+', '-', '+', '~', '\'');

  /** Those that {@code charset} can write. */
  static Glyphs in(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) ? BLOCKS : ASCII;
  }

  /** The cell that is filled by {@code share}, to the nearest level. */
  char cell(double share) {
    int full = levels.length() - 1;
    return levels.charAt((int) Math.round(Math.min(1, Math.max(0, share)) * full));
  }
}
