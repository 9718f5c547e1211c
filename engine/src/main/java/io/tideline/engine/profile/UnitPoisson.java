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
final class UnitPoisson {
  private static final int CHUNK = 1 << 16;
  private static final int LEAF = 1 << 8;

  private final long seed;
  private final double[] chunkStarts;
  private volatile Leaf last;

  /**
   * @param seed of all gaps
   * @param until times up to this can be asked for
   */
  UnitPoisson(long seed, double until) {
    this.seed = seed;
    double[] starts = new double[16];
    int chunks = 0;
    while (starts[chunks] <= until) {
      if (chunks + 2 > starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      double length = GammaDraw.draw(CHUNK, random(chunks, 0));
      starts[chunks + 1] = starts[chunks] + length;
      chunks++;
    }
    chunkStarts = Arrays.copyOf(starts, chunks + 1);
    last = leaf(0);
  }

  /** When arrival {@code k} comes, the first being 0. */
  double time(long k) {
    long index = k / LEAF;
    Leaf leaf = last;
    if (leaf.index != index) {
      leaf = leaf(index);
      last = leaf;
    }
    return leaf.times[(int) (k % LEAF)];
  }

  /** How many arrivals come up to {@code time}. */
  long countBefore(double time) {
    long low = 0;
    long high = (chunkStarts.length - 1L) * CHUNK;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (time(middle) > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Halves the leaf's chunk until the leaf is left, then draws its gaps. */
  private Leaf leaf(long index) {
    int chunk = (int) (index / (CHUNK / LEAF));
    int offset = (int) (index % (CHUNK / LEAF)) * LEAF;
    double start = chunkStarts[chunk];
    double length = chunkStarts[chunk + 1] - start;
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
