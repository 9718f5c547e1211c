package io.tideline.engine.profile;

import java.util.Arrays;
import java.util.List;

/** Curves one after another. A lookup is a binary search over the pieces. */
public final class Sequence implements RateCurve {
  private final List<RateCurve> pieces;
  private final double[] starts;
  private final double[] counts;

  /**
   * @param pieces at least one, in order
   */
  public Sequence(List<? extends RateCurve> pieces) {
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("a sequence needs at least one piece");
    }
    this.pieces = List.copyOf(pieces);
    starts = new double[pieces.size() + 1];
    counts = new double[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      starts[i + 1] = starts[i] + pieces.get(i).durationSeconds();
      counts[i + 1] = counts[i] + pieces.get(i).total();
    }
  }

  @Override
  public double durationSeconds() {
    return starts[pieces.size()];
  }

  @Override
  public double rate(double seconds) {
    if (seconds < 0 || seconds >= durationSeconds()) {
      return 0;
    }
    int piece = pieceAt(starts, seconds);
    return pieces.get(piece).rate(seconds - starts[piece]);
  }

  @Override
  public double peak() {
    return pieces.stream().mapToDouble(RateCurve::peak).max().orElseThrow();
  }

  @Override
  public double integral(double seconds) {
    if (seconds >= durationSeconds()) {
      return counts[pieces.size()];
    }
    int piece = pieceAt(starts, Math.max(seconds, 0));
    return counts[piece] + pieces.get(piece).integral(seconds - starts[piece]);
  }

  @Override
  public double inverse(double arrivals) {
    int piece = earliestPiece(arrivals);
    return starts[piece] + pieces.get(piece).inverse(arrivals - counts[piece]);
  }

  @Override
  public List<Line> lines() {
    return pieces.stream().flatMap(piece -> piece.lines().stream()).toList();
  }

  /** The last piece that starts at or before {@code value}. */
  private int pieceAt(double[] bounds, double value) {
    int found = Arrays.binarySearch(bounds, value);
    int piece = found >= 0 ? found : -found - 2;
    return Math.min(Math.max(piece, 0), pieces.size() - 1);
  }

  /** The first piece by whose end {@code arrivals} are due, so that a pause is not waited out. */
  private int earliestPiece(double arrivals) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (counts[middle + 1] >= arrivals) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
