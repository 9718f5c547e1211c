package io.tideline.engine.search;

import java.util.function.DoubleUnaryOperator;

/**
 * The highest point of a smooth function: a coarse scan finds the highest of its hills, a golden
 * section (Kiefer, "Sequential minimax search for a maximum", 1953) its top.
 *
 * @param at where
 * @param value how high
 */
record Peak(double at, double value) {
  private static final int SCAN = 16;
  private static final int SECTIONS = 22;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  static Peak of(DoubleUnaryOperator function, double from, double to) {
    double step = (to - from) / SCAN;
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= SCAN; i++) {
      double value = function.applyAsDouble(from + i * step);
      if (value > highest) {
        highest = value;
        best = i;
      }
    }
    double low = from + Math.max(0, best - 1) * step;
    double high = from + Math.min(SCAN, best + 1) * step;
    return section(function, low, high);
  }

  private static Peak section(DoubleUnaryOperator function, double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    for (int i = 0; i < SECTIONS; i++) {
      if (atLeft > atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return atLeft > atRight ? new Peak(left, atLeft) : new Peak(right, atRight);
  }
}
