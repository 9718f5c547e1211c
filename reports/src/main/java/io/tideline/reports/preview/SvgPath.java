package io.tideline.reports.preview;

import io.tideline.reports.preview.Curve.Piece;
import java.util.Locale;

/**
 * A curve as the data of an SVG path, in a box of {@link #WIDTH} by {@link #HEIGHT} that the page
 * stretches as it likes. Both views are exact: the rate is made of straight lines, and the users so
 * far, its integral, of parabolas, each of which is one quadratic Bézier curve.
 */
final class SvgPath {
  static final int WIDTH = 1000;
  static final int HEIGHT = 300;

  private final Curve curve;
  private final double top;
  private final StringBuilder path = new StringBuilder();

  private SvgPath(Curve curve, double top) {
    this.curve = curve;
    this.top = top;
  }

  /** New users per second, on an axis that ends at {@code top}. */
  static String rate(Curve curve, double top) {
    SvgPath svg = new SvgPath(curve, top);
    svg.point('M', 0, curve.pieces().get(0).from());
    for (Piece piece : curve.pieces()) {
      svg.point('L', piece.start(), piece.from());
      svg.point('L', piece.end(), piece.to());
    }
    return svg.path.toString();
  }

  /** Users so far, on an axis that ends at {@code top}. */
  static String users(Curve curve, double top) {
    SvgPath svg = new SvgPath(curve, top);
    svg.point('M', 0, 0);
    double users = 0;
    for (Piece piece : curve.pieces()) {
      double half = piece.length() / 2;
      svg.point('Q', piece.start() + half, users + piece.from() * half);
      users += piece.area();
      svg.point(' ', piece.end(), users);
    }
    return svg.path.toString();
  }

  /** What lies between {@code line} and the floor. */
  static String areaUnder(String line) {
    return line + "V" + HEIGHT + "H0Z";
  }

  private void point(char command, double seconds, double value) {
    double x = seconds / curve.seconds() * WIDTH;
    double y = HEIGHT - value / top * HEIGHT;
    path.append(command).append(String.format(Locale.ROOT, "%.2f %.2f", x, y));
  }
}
