package io.tideline.reports.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource({"3, 0.5, 6", "6, 1, 6", "8, 2, 4", "40, 10, 4", "64, 20, 4", "0.3, 0.05, 6"})
  void valuesHaveRoundMarks(double highest, double step, int count) {
    Ticks ticks = Ticks.ofValues(highest);
    assertThat(ticks.count()).isEqualTo(count);
    assertThat(ticks.step()).isCloseTo(step, org.assertj.core.api.Assertions.within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.07, 0.9999, 1, 1.0001, 5.5, 99, 12_345, 328_050, 8.64e9})
  void theLastMarkIsNeverBelowTheHighestValueNorFarAbove(double highest) {
    Ticks ticks = Ticks.ofValues(highest);
    assertThat(ticks.last()).isBetween(highest * (1 - 1e-9), highest * 1.7);
    assertThat(ticks.count()).isBetween(2, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, ''",
    "35, 7, 35 s",
    "660, 5, 10 min",
    "1020, 8, 16 min",
    "87300, 8, 24 h",
    "2592000, 7, 672 h"
  })
  void timesHaveMarksAsOnAClock(double seconds, int count, String last) {
    Ticks ticks = Ticks.ofTime(seconds);
    assertThat(ticks.count()).isEqualTo(count);
    if (count > 0) {
      assertThat(ticks.time(ticks.last())).isEqualTo(last);
    }
  }

  @Test
  void anAxisWithoutAValueHasOneMark() {
    assertThat(Ticks.ofValues(0)).isEqualTo(new Ticks(1, 1));
  }
}
