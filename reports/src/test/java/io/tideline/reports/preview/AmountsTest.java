package io.tideline.reports.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "10240, 10 KiB",
    "4831838208, 4.5 GiB",
    "1e18, 888 PiB"
  })
  void bytesAreInTheUnitThatFits(double bytes, String text) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.9, 0.9", "1.805, 1.81", "64, 64", "170, 170", "12345.6, '12,346'"})
  void ratesHaveNoZerosAtTheirEnd(double rate, String text) {
    assertThat(Amounts.rate(rate)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "250, 0.25 s", "90000, 1 min 30 s", "87300000, 24 h 15 min"})
  void durationsAreAsPeopleSayThem(long millis, String text) {
    assertThat(Amounts.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.001, under 1 %", "0.999, 99 %", "1, 100 %"})
  void aShareIsNeverRoundedUpToAllOrDownToNothing(double share, String text) {
    assertThat(Amounts.percent(share)).isEqualTo(text);
  }
}
