package io.tideline.engine.profile;

/** Derives independent seeds from one. */
public final class Seeds {
  private Seeds() {}

  /**
   * A seed for the {@code index}-th of something under {@code seed}: both are mixed by the
   * finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
   * generators", 2014), so that neighbours share nothing.
   */
  public static long mix(long seed, long index) {
    return finalise(finalise(seed + 0x9E3779B97F4A7C15L) ^ (index * 0xD1B54A32D192ED03L + 1));
  }

  private static long finalise(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
