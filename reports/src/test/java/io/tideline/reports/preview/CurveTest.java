package io.tideline.reports.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.preview.Curve.Piece;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void theHighestRateBetweenTwoTimesIsFoundHoweverShortItLasts() {
    Curve blink = Previews.of("blink").curve();
    double noon = 12 * 3_600;

    assertThat(blink.highest(noon - 500, noon + 500)).isEqualTo(new Piece(1, noon, 10, 30, 30));
    assertThat(blink.highest(0, noon).phase()).isZero();
    assertThat(blink.highest(noon + 10, noon + 20).phase()).isEqualTo(2);
    assertThat(blink.peakAt()).isEqualTo(noon);
  }

  @Test
  void onARampTheHighestRateIsThatOfItsPartInView() {
    Curve spike = Previews.of("spike").curve();

    assertThat(spike.highest(0, 30).highest(0, 30)).isEqualTo(2);
  }

  @Test
  void eachColumnBelongsToThePhaseThatItShows() {
    Columns columns = new Columns(Previews.of("blink").curve(), 9);

    assertThat(columns.phase(3)).isZero();
    assertThat(columns.phase(4)).isEqualTo(1);
    assertThat(columns.rate(4)).isEqualTo(30);
    assertThat(columns.phase(5)).isEqualTo(2);
    assertThat(columns.start(2, 43_210)).isEqualTo(5);
  }

  @Test
  void aPhaseWithoutAColumnOfItsOwnBeginsInTheOneOfItsTime() {
    Columns columns = new Columns(Previews.of("soak").curve(), 10);

    assertThat(columns.start(0, 0)).isZero();
    assertThat(columns.start(1, 900)).isZero();
  }
}
