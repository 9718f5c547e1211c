package io.tideline.engine.schedule;

import io.tideline.engine.plan.Mix;
import io.tideline.engine.profile.Seeds;
import java.util.SplittableRandom;

/**
 * Draws each arrival's journey so that the mix is met exactly: arrivals are taken in blocks as long
 * as the reduced weights add up to, and each block is a shuffle (Fisher and Yates) of the same
 * journeys, seeded by the run's seed and the block's index.
 */
final class JourneyDraw {
  private final int journeys;
  private final int[] deck;
  private final long seed;
  private volatile Block last;

  JourneyDraw(Mix mix, long seed) {
    this.seed = seed;
    this.journeys = mix.weights().size();
    this.deck = deck(mix);
    this.last = shuffled(0);
  }

  int journeyOf(long arrival) {
    long index = arrival / deck.length;
    Block block = last;
    if (block.index != index) {
      block = shuffled(index);
      last = block;
    }
    return block.journeys[(int) (arrival % deck.length)];
  }

  /** How many of the first {@code arrivals} each journey gets: whole blocks, and a part of one. */
  long[] counts(long arrivals) {
    long[] counts = new long[journeys];
    long blocks = arrivals / deck.length;
    for (int journey : deck) {
      counts[journey] += blocks;
    }
    for (long k = blocks * deck.length; k < arrivals; k++) {
      counts[journeyOf(k)]++;
    }
    return counts;
  }

  private Block shuffled(long index) {
    SplittableRandom random = new SplittableRandom(Seeds.mix(seed, index));
    int[] journeys = deck.clone();
    for (int i = journeys.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = journeys[i];
      journeys[i] = journeys[other];
      journeys[other] = swapped;
    }
    return new Block(index, journeys);
  }

  private static int[] deck(Mix mix) {
    int[] weights = mix.weights().values().stream().mapToInt(Integer::intValue).toArray();
    int divisor = 0;
    for (int weight : weights) {
      divisor = gcd(weight, divisor);
    }
    int size = 0;
    for (int weight : weights) {
      size += weight / divisor;
    }
    int[] deck = new int[size];
    int next = 0;
    for (int journey = 0; journey < weights.length; journey++) {
      for (int copies = weights[journey] / divisor; copies > 0; copies--) {
        deck[next++] = journey;
      }
    }
    return deck;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** A block's journeys; not changed once it is made, so that threads may share it. */
  private record Block(long index, int[] journeys) {}
}
