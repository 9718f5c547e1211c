package io.tideline.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TalliesTest {

  @Test
  void theyCountAsWholeNumbersDo() {
    SplittableRandom random = new SplittableRandom(20260105);
    Tallies tallies = new Tallies();
    long[] expected = new long[4_096];
    for (int i = 0; i < 200_000; i++) {
      int index = random.nextInt(i < 100_000 ? 200 : expected.length);
      if (index >= tallies.capacity()) {
        tallies.grow(index + 1);
      }
      switch (random.nextInt(50)) {
        case 0 -> {
          long count = random.nextLong(1L << random.nextInt(1, 45));
          tallies.add(index, count);
          expected[index] += count;
        }
        case 1 -> {
          long count = random.nextLong(1L << random.nextInt(1, 45));
          tallies.set(index, count);
          expected[index] = count;
        }
        default -> {
          tallies.increment(index);
          expected[index]++;
        }
      }
    }
    for (int i = 0; i < tallies.capacity(); i++) {
      assertThat(tallies.get(i)).as("index %d", i).isEqualTo(expected[i]);
    }
  }

  @Test
  void whatIsClearedBeginsAtZeroAgain() {
    Tallies tallies = new Tallies();
    tallies.add(3, 1_000_000);
    tallies.add(200, 70_000);

    tallies.clear(10);

    assertThat(tallies.get(3)).isZero();
    assertThat(tallies.get(200)).isEqualTo(70_000);
  }
}
