package io.tideline.engine.reply;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * About how many different keys were seen, in 64 KiB however many there are.
 *
 * <pre>
 *   m = 2^14 registers; a key's 64-bit hash names one by 14 bits, which keeps the most leading zeros
 *   of the other q = 50, plus 1; C_k registers hold k
 *   estimate   m^2 / (2 ln 2) / (m sigma(C_0 / m) + sum C_k 2^-k + m tau(1 - C_{q+1} / m) 2^-q)
 *   sigma(x)   x + sum x^(2^k) 2^(k-1),  k >= 1
 *   tau(x)     (1 - x - sum (1 - x^(2^-k))^2 2^-k) / 3,  k >= 1
 *   standard error  1.04 / sqrt(m) = 0.8 %
 * </pre>
 *
 * <p>Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog: the analysis of a near-optimal cardinality
 * estimation algorithm", 2007; the estimate that is right for few keys as for many is that of O.
 * Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", 2017. May be used from
 * any thread.
 */
final class DistinctCount {
  private static final int BITS = 14;
  private static final int REGISTERS = 1 << BITS;
  private static final int OTHER_BITS = Long.SIZE - BITS;

  private final AtomicIntegerArray registers = new AtomicIntegerArray(REGISTERS);

  void add(String key) {
    long hash = hash(key);
    int register = (int) (hash >>> OTHER_BITS);
    int rank = Long.numberOfLeadingZeros(hash << BITS | 1L << BITS - 1) + 1;
    if (registers.get(register) < rank) {
      registers.accumulateAndGet(register, rank, Math::max);
    }
  }

  long estimate() {
    int[] counts = new int[OTHER_BITS + 2];
    for (int i = 0; i < REGISTERS; i++) {
      counts[registers.get(i)]++;
    }
    if (counts[0] == REGISTERS) {
      return 0;
    }
    double sum = REGISTERS * tau(1 - (double) counts[OTHER_BITS + 1] / REGISTERS);
    for (int k = OTHER_BITS; k >= 1; k--) {
      sum = (sum + counts[k]) / 2;
    }
    sum += REGISTERS * sigma((double) counts[0] / REGISTERS);
    return Math.round((double) REGISTERS * REGISTERS / (2 * Math.log(2) * sum));
  }

  private static double sigma(double share) {
    double power = share;
    double weight = 1;
    double sum = share;
    double before;
    do {
      before = sum;
      power *= power;
      sum += power * weight;
      weight *= 2;
    } while (sum != before);
    return sum;
  }

  private static double tau(double share) {
    if (share <= 0 || share >= 1) {
      return 0;
    }
    double root = share;
    double weight = 1;
    double sum = 1 - share;
    double before;
    do {
      before = sum;
      root = Math.sqrt(root);
      weight /= 2;
      sum -= (1 - root) * (1 - root) * weight;
    } while (sum != before);
    return sum / 3;
  }

  /** FNV-1a over the characters, then the finalizer of MurmurHash3, which spreads all bits. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
