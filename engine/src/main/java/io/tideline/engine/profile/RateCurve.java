package io.tideline.engine.profile;

import java.util.List;

/**
 * New users per second over time, and what follows from it.
 *
 * <pre>
 *   rate                      integral                   inverse
 *    |    ____                 |        ___               |        /
 *    |   /    |                |      /                   |      /
 *    |  /     |                |    /                     |    /
 *    | /      |                |  _/                      |  _/
 *    +---------- t             +---------- t              +---------- arrivals
 * </pre>
 *
 * <p>The integral over [0, t] is the number of arrivals due by t, a real number; its inverse says
 * when a number of arrivals is reached. Implementations are immutable and hold constant memory,
 * however long they last.
 */
public interface RateCurve {

  /** Length in seconds, above 0. */
  double durationSeconds();

  /** Arrivals per second at {@code seconds}; at a step, the rate after it. 0 outside the curve. */
  double rate(double seconds);

  /** Largest rate anywhere on the curve, in arrivals per second. */
  double peak();

  /** Arrivals due by {@code seconds}: the area under the curve; never falls as time goes on. */
  double integral(double seconds);

  /**
   * Earliest time in seconds at which {@link #integral} reaches {@code arrivals}, for 0 to the
   * integral's largest value.
   */
  double inverse(double arrivals);

  /** The curve as straight pieces, one after another; exact unless the curve says otherwise. */
  List<Line> lines();

  /** This curve, then {@code next}. */
  default RateCurve then(RateCurve next) {
    return new Sequence(List.of(this, next));
  }

  /** This curve and {@code other} at once; the sum lasts as long as the longer one. */
  default RateCurve plus(RateCurve other) {
    return new Sum(this, other);
  }

  /** This curve with every rate multiplied by {@code factor}. */
  default RateCurve scaled(double factor) {
    return new Stretched(this, factor, 1);
  }

  /** This curve {@code times} over. */
  default RateCurve repeated(int times) {
    return new Repeated(this, times);
  }

  /** This curve in 1/{@code factor} of its time at the same rates: fewer arrivals. */
  default RateCurve spedUp(double factor) {
    return new Stretched(this, 1, factor);
  }

  /** This curve in 1/{@code factor} of its time with the same number of arrivals: higher rates. */
  default RateCurve compressed(double factor) {
    return new Stretched(this, factor, factor);
  }

  /** The area under the whole curve. */
  default double total() {
    return integral(durationSeconds());
  }
}
