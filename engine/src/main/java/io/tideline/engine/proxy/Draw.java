package io.tideline.engine.proxy;

/**
 * Draws who is hit: from a seed, a toxic and the number of a connection or request follows whether
 * it is, so that the same order of connections meets the same trouble.
 */
final class Draw {
  private static final double TWO_TO_53 = 0x1p53;
  private static final int BITS_OVER_53 = 11;

  private Draw() {}

  /** Whether number {@code index} is among the toxic's share. */
  static boolean hits(Toxic toxic, long seed, long index) {
    return uniform(seed ^ toxic.drawKey().hashCode(), index) < toxic.toxicity();
  }

  /** From 0 to below 1, by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
  static double uniform(long seed, long index) {
    long z = seed + (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> BITS_OVER_53) / TWO_TO_53;
  }
}
