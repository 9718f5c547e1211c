package io.tideline.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void aDurationIsSaidInAtMostTwoUnits() {
    assertThat(Words.duration(0)).isEqualTo("0 s");
    assertThat(Words.duration(4.24)).isEqualTo("4.2 s");
    assertThat(Words.duration(60)).isEqualTo("1 min");
    assertThat(Words.duration(665)).isEqualTo("11 min 5 s");
    assertThat(Words.duration(59.97)).isEqualTo("60 s");
    assertThat(Words.duration(87_300)).isEqualTo("24 h 15 min");
  }

  @Test
  void aChangeIsAPercentageUnlessItIsManyTimes() {
    assertThat(Words.ratio(1.0)).isEqualTo("±0 %");
    assertThat(Words.ratio(1.034)).isEqualTo("+3.4 %");
    assertThat(Words.ratio(0.88)).isEqualTo("−12 %");
    assertThat(Words.ratio(4.2)).isEqualTo("×4.2");
    assertThat(Words.ratio(null)).isEqualTo(Words.UNKNOWN);
  }

  @Test
  void aFigureHasItsUnitAndNothingIsNoFigure() {
    assertThat(Words.figure(1234.0, "ms")).isEqualTo("1,234 ms");
    assertThat(Words.figure(0.0123, "share")).isEqualTo("1.23 %");
    assertThat(Words.figure(64.2, "users/s")).isEqualTo("64.2 users/s");
    assertThat(Words.figure(3903.0, "requests")).isEqualTo("3,903");
    assertThat(Words.figure(null, "ms")).isEqualTo(Words.UNKNOWN);
  }
}
