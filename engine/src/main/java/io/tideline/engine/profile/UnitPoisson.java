package io.tideline.engine.profile;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The arrival times of a Poisson process of rate 1, each found from its index without those before
 * it.
 *
 * <p>Gaps come in chunks of 65,536. The length of a chunk, a sum of so many exponential gaps, has a
 * gamma distribution and is drawn at once. Within a chunk of known length the first half of the
 * gaps takes a share of it that has a beta distribution and does not depend on the length; halving
 * goes on down to 256 gaps, which are drawn one by one and stretched to their known sum (Devroye,
 * "Non-Uniform Random Variate Generation", 1986, sections IX.3 and XI.2). Nothing is approximate in
 * this: the gaps are independent and exponential. Memory is 8 bytes for each chunk, and the leaf
 * last used.
 */
final class UnitPoisson implements Spacing {
  private static final int CHUNK = 1 << 16;
  private static final int LEAF = 1 << 8;

  private final long seed;
  private volatile double[] chunkStarts = {0};
  private volatile Leaf last;

  UnitPoisson(long seed) {
    this.seed = seed;
    last = leaf(0);
  }

  @Override
  public double at(long k) {
    long index = k / LEAF;
    Leaf leaf = last;
    if (leaf.index != index) {
      leaf = leaf(index);
      last = leaf;
    }
    return leaf.times[(int) (k % LEAF)];
  }

  @Override
  public long countBefore(double integral) {
    int chunk = 0;
    while (chunkStart(chunk + 1) <= integral) {
      chunk++;
    }
    long low = (long) chunk * CHUNK;
    long high = low + CHUNK;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (at(middle) >= integral) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Where a chunk begins; chunks before it are drawn as they are first needed. */
  private double chunkStart(int chunk) {
    double[] starts = chunkStarts;
    if (chunk >= starts.length) {
      starts = extended(chunk);
    }
    return starts[chunk];
  }

  private synchronized double[] extended(int chunk) {
    double[] known = chunkStarts;
    if (chunk < known.length) {
      return known;
    }
    double[] starts = Arrays.copyOf(known, Math.max(chunk + 1, known.length * 2));
    for (int i = known.length; i < starts.length; i++) {
      starts[i] = starts[i - 1] + GammaDraw.draw(CHUNK, random(i - 1, 0));
    }
    chunkStarts = starts;
    return starts;
  }

  /** Halves the leaf's chunk until the leaf is left, then draws its gaps. */
  private Leaf leaf(long index) {
    int chunk = (int) (index / (CHUNK / LEAF));
    int offset = (int) (index % (CHUNK / LEAF)) * LEAF;
    double start = chunkStart(chunk);
    double length = chunkStart(chunk + 1) - start;
    int node = 1;
    for (int size = CHUNK / 2; size >= LEAF; size /= 2) {
      SplittableRandom random = random(chunk, node);
      double one = GammaDraw.draw(size, random);
      double left = length * one / (one + GammaDraw.draw(size, random));
      boolean right = (offset & size) != 0;
      start += right ? left : 0;
      length = right ? length - left : left;
      node = 2 * node + (right ? 1 : 0);
    }
    return new Leaf(index, times(start, length, random(chunk, node)));
  }

  private static double[] times(double start, double length, SplittableRandom random) {
    double[] times = new double[LEAF];
    double sum = 0;
    for (int i = 0; i < LEAF; i++) {
      sum += -Math.log(1 - random.nextDouble());
      times[i] = sum;
    }
    for (int i = 0; i < LEAF; i++) {
      times[i] = start + length * (times[i] / sum);
    }
    return times;
  }

  private SplittableRandom random(int chunk, int node) {
    return new SplittableRandom(Seeds.mix(Seeds.mix(seed, chunk), node));
  }

  /** A leaf's arrival times; not changed once it is made, so that threads may share it. */
  private record Leaf(long index, double[] times) {}
}
