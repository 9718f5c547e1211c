package io.tideline.engine.plan;

/**
 * How much of the generator's disk a run leaves alone.
 *
 * @param keepFree bytes; a run that would need some of them does not start, and one that comes to
 *     them stops
 */
public record Disk(long keepFree) {
  private static final long MEBI = 1L << 20;

  /** What holds unless a plan says otherwise. */
  public static final Disk STANDARD = new Disk(512 * MEBI);
}
