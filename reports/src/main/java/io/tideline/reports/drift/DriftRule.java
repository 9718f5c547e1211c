package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import java.util.Arrays;

/**
 * Judges whether a series leaks.
 *
 * <pre>
 *   p          Mann-Kendall with Hamed and Rao's variance, see {@link MannKendall}
 *   S, S_lo    Sen's slope per hour and its one-sided 99 % lower bound;  W hours covered
 *   s_r        1.4826 * MAD of the residuals;  s1, s2 slopes of the halves;  T1, T2, T3 medians of
 *              the thirds
 *   LEAK       p &lt; level and 24 S_lo > 5 % of the floor and S W > 4 s_r and s2 >= s1 / 2
 *              and T1 &lt; T2 &lt; T3, and no saturating curve fits better (see {@link Growth})
 *   CONVERGING p &lt; level and 24 S > 5 % of the floor, but s2 &lt; s1 / 2, or a saturating curve does
 * </pre>
 *
 * <p>With at least three healthy soaks before, the growth that they had is what is compared with in
 * place of all this, see {@link EarlierSoaks}: then what every soak does is no leak.
 *
 * <p>What follows the load is taken away first, see {@link LoadEffect}; where load and time rose
 * together, there is no answer.
 *
 * @param level of p: {@link #AT_THE_END} or {@link #UNDER_WAY}, unless a plan says otherwise
 * @param growth share of its level that a series may grow by in a day
 */
public record DriftRule(double level, double growth) {
  /** Level of the one look at the end of a run. */
  public static final double AT_THE_END = 0.01;

  /** Level of each of the looks while a run goes on. */
  public static final double UNDER_WAY = 0.002;

  /**
   * Least rise, in deviations, that counts while a run goes on: what leaks badly is to be stopped,
   * and there are so many looks, the first ones at so few blocks, that anything less would stop
   * healthy runs.
   */
  public static final double RISE_UNDER_WAY = 12;

  private static final int LEAST_BLOCKS = 12;
  private static final double HOURS_OF_A_DAY = 24;
  private static final double LEAST_GROWTH = 0.05;
  static final double DEVIATIONS = 4;
  private static final double KEPT_UP = 0.5;

  /** The rule with the usual limit to growth, 5 % a day. */
  public DriftRule(double level) {
    this(level, LEAST_GROWTH);
  }

  /** The answer for one series by itself. */
  public Drift of(Question question) {
    Blocks blocks = question.blocks();
    LoadEffect effect =
        question.hasLoads() ? LoadEffect.of(blocks.hours(), question.loads()) : null;
    if (effect != null && effect.isEntangled()) {
      return unknown(Answer.ENTANGLED, blocks, question.scale().leastFloor());
    }
    Blocks equal = effect == null ? blocks : effect.takenFrom(blocks);
    return of(equal, floor(equal, question.scale()), question.earlier());
  }

  /** Of a series of levels, such as bytes or threads: growth counts relative to the least. */
  Drift ofLevels(Blocks blocks, EarlierSoaks earlier) {
    return of(
        new Question(blocks, new double[0], Question.Scale.levels(Double.MIN_NORMAL), earlier));
  }

  /** As if the load had been equal throughout: the blocks that {@link #of} judges. */
  public static Blocks atEqualLoad(Blocks blocks, double[] loads) {
    LoadEffect effect = loads.length == blocks.size() ? LoadEffect.of(blocks.hours(), loads) : null;
    return effect == null ? blocks : effect.takenFrom(blocks);
  }

  private static double floor(Blocks blocks, Question.Scale scale) {
    double least = Arrays.stream(blocks.values()).min().orElse(0);
    return scale.logarithm() ? 1 : Math.max(scale.leastFloor(), least);
  }

  private static Drift unknown(Answer answer, Blocks blocks, double floor) {
    return new Drift(answer, 1, 0, 0, 0, floor, Double.NaN, blocks.size(), blocks.span(), null, 0);
  }

  private Drift of(Blocks blocks, double floor, EarlierSoaks earlier) {
    int n = blocks.size();
    if (n < LEAST_BLOCKS) {
      return unknown(Answer.TOO_SHORT, blocks, floor);
    }
    MannKendall trend = MannKendall.of(blocks);
    SenSlope line = SenSlope.of(blocks, trend.deviation());
    boolean known = earlier.suffice();
    double share = line.slope() / floor;
    Answer answer =
        known
            ? (share > earlier.bound() ? Answer.LEAK : Answer.STABLE)
            : answer(blocks, floor, trend, line);
    return new Drift(
        answer,
        known ? earlier.p(share) : trend.p(),
        line.slope(),
        line.low(),
        line.high(),
        floor,
        line.at(blocks.hours()[n - 1]),
        n,
        blocks.span(),
        known ? (Double) earlier.bound() : null,
        rise(blocks, line));
  }

  private static double rise(Blocks blocks, SenSlope line) {
    double deviation = Medians.deviation(line.residuals(blocks));
    return line.slope() * blocks.span() / Math.max(deviation, Double.MIN_NORMAL);
  }

  private Answer answer(Blocks blocks, double floor, MannKendall trend, SenSlope line) {
    boolean grows = trend.p() < level && HOURS_OF_A_DAY * line.slope() > growth * floor;
    if (!grows) {
      return Answer.STABLE;
    }
    if (slowsDown(blocks) || Growth.saturates(blocks)) {
      return Answer.CONVERGING;
    }
    boolean surely = HOURS_OF_A_DAY * line.low() > growth * floor;
    return surely && rise(blocks, line) > DEVIATIONS && rises(blocks) ? Answer.LEAK : Answer.STABLE;
  }

  private static boolean slowsDown(Blocks blocks) {
    int n = blocks.size();
    double first = SenSlope.slope(blocks.part(0, n / 2));
    double second = SenSlope.slope(blocks.part(n / 2, n));
    return second < KEPT_UP * first;
  }

  private static boolean rises(Blocks blocks) {
    int n = blocks.size();
    double first = Medians.of(blocks.part(0, n / 3).values());
    double second = Medians.of(blocks.part(n / 3, 2 * n / 3).values());
    double third = Medians.of(blocks.part(2 * n / 3, n).values());
    return first < second && second < third;
  }
}
