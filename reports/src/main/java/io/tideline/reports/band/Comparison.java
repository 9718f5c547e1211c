package io.tideline.reports.band;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a run beside that of earlier runs. All but ratio and chance are in the figure's unit.
 *
 * @param value of the run
 * @param expected what earlier runs came to: their geometric mean; of errors the share of all of
 *     them together
 * @param low lower end of the band in which runs of unchanged code lie
 * @param high its upper end; of the two, the one on the worse side is the limit that decided: a
 *     value is beyond it if and only if the run is suspected for it. Where many figures are
 *     screened together it depends on the others of the run
 * @param ratio value over expected; null when that is 0
 * @param chance how likely a run of unchanged code comes out as bad or worse
 * @param detectable the value that would be found with the wanted power: the minimum detectable
 *     effect
 * @param calibrated whether the environment's noise was measured, or is a guess
 * @param earlier values of the earlier runs, the oldest first
 * @param confirming values of the fresh runs that were to confirm
 * @param anchor the same figure beside the runs that stay fixed; null without. Where that decided,
 *     expected, low, high, ratio, chance and detectable are beside the fixed runs
 * @param confirmation what the fresh runs came to, and what they had to; null when the figure was
 *     within its band or there were too few
 */
public record Comparison(
    double value,
    double expected,
    double low,
    double high,
    @Nullable Double ratio,
    double chance,
    double detectable,
    boolean calibrated,
    List<Double> earlier,
    List<Double> confirming,
    @Nullable Anchor anchor,
    @Nullable Confirmed confirmation) {

  /** Unchangeable. */
  public Comparison {
    earlier = List.copyOf(earlier);
    confirming = List.copyOf(confirming);
  }

  /** Of which runs the expected value and the band are, in words. */
  public String base() {
    if (anchor != null && anchor.expected() == expected) {
      return anchor.values().size() + " runs of the anchor";
    }
    return earlier.size() + (earlier.size() == 1 ? " earlier run" : " earlier runs");
  }

  /** This comparison with every value {@code factor} times as large; ratio and chance stay. */
  public Comparison times(double factor) {
    return new Comparison(
        value * factor,
        expected * factor,
        low * factor,
        high * factor,
        ratio,
        chance,
        detectable * factor,
        calibrated,
        earlier.stream().map(each -> each * factor).toList(),
        confirming.stream().map(each -> each * factor).toList(),
        anchor,
        confirmation == null
            ? null
            : new Confirmed(confirmation.value() * factor, confirmation.limit() * factor));
  }

  /**
   * What fresh runs say.
   *
   * @param value what they came to together: their geometric mean; of errors the share of all of
   *     them
   * @param limit what they had to be beyond
   */
  public record Confirmed(double value, double limit) {}

  /**
   * A figure beside that of the runs that stay fixed.
   *
   * @param expected what those came to
   * @param limit the end of their band on the worse side
   * @param ratio value over expected; null when that is 0
   * @param values of those runs
   */
  public record Anchor(double expected, double limit, @Nullable Double ratio, List<Double> values) {
    /** Unchangeable. */
    public Anchor {
      values = List.copyOf(values);
    }
  }
}
