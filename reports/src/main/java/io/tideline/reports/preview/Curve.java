package io.tideline.reports.preview;

import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * The rate over time, for drawing: straight pieces one after another, so that every corner is drawn
 * where it is and memory does not grow with the run's length.
 *
 * @param pieces in order of time
 * @param seconds length of all of them
 */
record Curve(List<Piece> pieces, double seconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  Curve {
    pieces = List.copyOf(pieces);
  }

  /**
   * A straight piece.
   *
   * @param phase index of the phase that it belongs to
   * @param start seconds since the run's first instant
   * @param length seconds, above 0
   * @param from new users per second at its start
   * @param to new users per second at its end
   */
  record Piece(int phase, double start, double length, double from, double to) {

    double end() {
      return start + length;
    }

    private double rate(double seconds) {
      double share = Math.min(1, Math.max(0, (seconds - start) / length));
      return from + (to - from) * share;
    }

    /** The highest rate in the part of it that lies between two times. */
    double highest(double first, double last) {
      return Math.max(rate(first), rate(last));
    }

    /** Arrivals due in it. */
    double area() {
      return length * (from + to) / 2;
    }
  }

  static Curve of(Plan plan) {
    List<Piece> pieces = new ArrayList<>();
    double start = 0;
    for (int phase = 0; phase < plan.load().phases().size(); phase++) {
      pieces.addAll(pieces(plan.load(), phase, start));
      start += plan.load().phases().get(phase).duration().toNanos() / NANOS_PER_SECOND;
    }
    return new Curve(pieces, start);
  }

  private static List<Piece> pieces(Load load, int phase, double start) {
    double length = load.phases().get(phase).duration().toNanos() / NANOS_PER_SECOND;
    List<Level> levels = load.phases().get(phase).levels();
    List<Piece> pieces = new ArrayList<>();
    for (int i = 1; i < levels.size(); i++) {
      Level from = levels.get(i - 1);
      Level to = levels.get(i);
      if (to.at() > from.at()) {
        double at = start + length * from.at();
        double lasts = length * (to.at() - from.at());
        pieces.add(
            new Piece(phase, at, lasts, load.rate() * from.level(), load.rate() * to.level()));
      }
    }
    return pieces;
  }

  /** When the highest rate of all is reached first, in seconds. */
  double peakAt() {
    double at = 0;
    double peak = 0;
    for (Piece piece : pieces) {
      double highest = Math.max(piece.from(), piece.to());
      if (highest > peak) {
        peak = highest;
        at = piece.from() >= piece.to() ? piece.start() : piece.end();
      }
    }
    return at;
  }

  /**
   * The piece with the highest rate between two times, so that no peak is lost however coarse the
   * drawing; of equals the last.
   */
  Piece highest(double from, double to) {
    Piece highest = pieces.get(0);
    double rate = -1;
    for (Piece piece : pieces) {
      boolean within = piece.start() < to && piece.end() > from;
      if (within && piece.highest(from, to) >= rate) {
        highest = piece;
        rate = piece.highest(from, to);
      }
    }
    return highest;
  }
}
