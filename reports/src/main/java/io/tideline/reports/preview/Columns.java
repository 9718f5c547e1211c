package io.tideline.reports.preview;

import io.tideline.reports.preview.Curve.Piece;

/**
 * A curve cut into columns of equal time. Each shows the highest rate of its stretch and belongs to
 * the phase that has it, so that a burst shorter than a column is seen.
 */
final class Columns {
  private final double[] rates;
  private final int[] phases;
  private final double seconds;

  Columns(Curve curve, int count) {
    this.rates = new double[count];
    this.phases = new int[count];
    this.seconds = curve.seconds();
    for (int column = 0; column < count; column++) {
      double from = column * seconds / count;
      double to = (column + 1) * seconds / count;
      Piece highest = curve.highest(from, to);
      rates[column] = highest.highest(from, to);
      phases[column] = highest.phase();
    }
  }

  int count() {
    return rates.length;
  }

  double rate(int column) {
    return rates[column];
  }

  int phase(int column) {
    return phases[column];
  }

  /** The column nearest to a time. */
  int at(double time) {
    return Math.min(count() - 1, (int) Math.round(time / seconds * count()));
  }

  /** The first column of a phase; where it has none, the one in which it begins. */
  int start(int phase, double time) {
    for (int column = 0; column < count(); column++) {
      if (phases[column] == phase) {
        return column;
      }
    }
    return Math.min(count() - 1, (int) (time / seconds * count()));
  }
}
