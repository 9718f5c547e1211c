package io.tideline.engine.live;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A quantile with an interval that holds where requests stall together, as those of one pause do:
 * the interval comes from how much equal sections of the time differ, not from how many requests
 * there are (batch means: Law, "Simulation Modeling and Analysis", 5th edition, section 9.5.3).
 *
 * <pre>
 *   q_b       ln quantile of section b, of k sections
 *   interval  quantile * exp(+- t[k - 1, .975] * sd(q_b) / sqrt(k))
 * </pre>
 *
 * <p>k is 20, or fewer: no more than there are seconds, and so few that a section has on average
 * enough requests for one to lie above the quantile (100 for p99); below that a section's quantile
 * is but its maximum. With less than 5 sections, or a section without requests among that few,
 * there is no interval. The value itself is always that of all requests together.
 *
 * @param value of all requests, in milliseconds; NaN when there were none
 * @param low lower end of the 95 % interval; NaN when there is none
 * @param high its upper end; NaN when there is none
 * @param count how many successful requests it is made of
 */
public record SectionedQuantile(double value, double low, double high, long count) {
  private static final int MOST_SECTIONS = 20;
  private static final int LEAST_SECTIONS = 5;
  private static final double SHORTEST_MILLIS = 0.5;

  /** Student's t at 0.975 for 4 to 19 degrees of freedom. */
  private static final double[] T = {
    2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
    2.110, 2.101, 2.093
  };

  static SectionedQuantile of(
      Function<Seconds, Figures> figures, double quantile, Seconds seconds) {
    Figures all = figures.apply(seconds);
    double value = all.quantile(quantile);
    double[] sections =
        logQuantiles(figures, quantile, seconds, sections(all.ok(), quantile, seconds));
    if (sections.length < LEAST_SECTIONS) {
      return new SectionedQuantile(value, Double.NaN, Double.NaN, all.ok());
    }
    double t = T[sections.length - LEAST_SECTIONS];
    double ratio = Math.exp(t * deviation(sections) / Math.sqrt(sections.length));
    return new SectionedQuantile(value, value / ratio, value * ratio, all.ok());
  }

  private static int sections(long count, double quantile, Seconds seconds) {
    long full = (long) Math.floor(count * (1 - quantile) + 1e-9);
    return (int) Math.min(Math.min(MOST_SECTIONS, seconds.length()), full);
  }

  private static double[] logQuantiles(
      Function<Seconds, Figures> figures, double quantile, Seconds seconds, int sections) {
    double[] values = new double[sections];
    int filled = 0;
    for (int i = 0; i < sections; i++) {
      Figures part = figures.apply(seconds.part(i, sections));
      if (part.ok() > 0) {
        values[filled++] = Math.log(Math.max(SHORTEST_MILLIS, part.quantile(quantile)));
      }
    }
    return Arrays.copyOf(values, filled);
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
