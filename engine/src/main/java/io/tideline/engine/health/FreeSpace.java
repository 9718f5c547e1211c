package io.tideline.engine.health;

import java.util.Locale;

/**
 * Whether a disk has enough space left for a run to go on.
 *
 * @param keepFree bytes that a run leaves alone
 */
public record FreeSpace(long keepFree) {
  private static final double MEBI = 1L << 20;

  /** How much is left. */
  public enum Level {
    /** More than the reserve. */
    ENOUGH,
    /** The reserve is begun: no more load. */
    LOW,
    /** Most of the reserve is gone: no more records. */
    NONE
  }

  /** What {@code freeBytes} are. */
  public Level at(long freeBytes) {
    if (freeBytes >= keepFree) {
      return Level.ENOUGH;
    }
    return freeBytes >= keepFree / 4 ? Level.LOW : Level.NONE;
  }

  /** Why a run is stopped. */
  public String sentence(long freeBytes) {
    return String.format(
        Locale.ROOT,
        "disk: %.0f MiB are free where results go and %.0f MiB are to be left",
        freeBytes / MEBI,
        keepFree / MEBI);
  }
}
