package io.tideline.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void figuresReadTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Figures.number(1_234_567)).isEqualTo("1,234,567");
      assertThat(Figures.count(1, "user")).isEqualTo("1 user");
      assertThat(Figures.count(2, "user")).isEqualTo("2 users");
      assertThat(Figures.millis(0.42)).isEqualTo("0.4 ms");
      assertThat(Figures.millis(50.04)).isEqualTo("50 ms");
      assertThat(Figures.millis(1_234.4)).isEqualTo("1,234 ms");
      assertThat(Figures.share(0)).isEqualTo("0 %");
      assertThat(Figures.share(0.000_123_4)).isEqualTo("0.0123 %");
      assertThat(Figures.share(0.02)).isEqualTo("2 %");
      assertThat(Figures.share(0.98987)).isEqualTo("98.99 %");
      assertThat(Figures.share(1)).isEqualTo("100 %");
      assertThat(Figures.shareInColumn(0.0123)).isEqualTo("1.23 %");
      assertThat(Figures.load(0)).isEqualTo("0");
      assertThat(Figures.load(12.345)).isEqualTo("12.3");
      assertThat(Figures.load(10)).isEqualTo("10");
      assertThat(Figures.load(1_240.4)).isEqualTo("1,240");
    } finally {
      Locale.setDefault(before);
    }
  }
}
