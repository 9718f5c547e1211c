package io.tideline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTailTest {

  /** Values of scipy.special.log_ndtr. */
  @ParameterizedTest
  @CsvSource({
    "-100, -5005.52420869421",
    "-38, -726.55721601882",
    "-10, -53.2312851505125",
    "-4.001, -10.3643275703383",
    "-3.999, -10.3558763560434",
    "-2, -3.78318433368203",
    "-1, -1.84102164500926",
    "-0.3, -0.96210281816885",
    "0, -0.693147180559945",
    "0.3, -0.481410161588481",
    "1, -0.17275377902345",
    "0.994457883209753, -0.174353387144778",
    "2.5, -0.00622902548586",
    "3.999, -3.18058458547548e-05",
    "4.001, -3.15381762565733e-05",
    "6, -9.86587645524372e-10"
  })
  void theLogarithmAgreesWithPublishedValues(double x, double expected) {
    assertThat(NormalTail.log(x)).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }
}
