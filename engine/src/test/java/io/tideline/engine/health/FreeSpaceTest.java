package io.tideline.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.health.FreeSpace.Level;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
  private static final long MEBI = 1L << 20;

  @Test
  void loadEndsAtTheReserveAndRecordsEndAtAQuarterOfIt() {
    FreeSpace space = new FreeSpace(400 * MEBI);
    assertThat(space.at(400 * MEBI)).isEqualTo(Level.ENOUGH);
    assertThat(space.at(400 * MEBI - 1)).isEqualTo(Level.LOW);
    assertThat(space.at(100 * MEBI)).isEqualTo(Level.LOW);
    assertThat(space.at(100 * MEBI - 1)).isEqualTo(Level.NONE);
  }

  @Test
  void theSentenceSaysHowMuchIsThereAndHowMuchIsToBeLeft() {
    assertThat(new FreeSpace(512 * MEBI).sentence(95 * MEBI))
        .isEqualTo("disk: 95 MiB are free where results go and 512 MiB are to be left");
  }
}
