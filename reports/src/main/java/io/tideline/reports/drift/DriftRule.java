package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import io.tideline.reports.drift.Drift.Doubt;
import io.tideline.reports.drift.Drift.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a series leaks.
 *
 * <pre>
 *   p          Mann-Kendall with Hamed and Rao's variance, see {@link MannKendall}
 *   S, S_lo    Sen's slope per hour and its one-sided 99 % lower bound;  W hours covered
 *   s_r        1.4826 * MAD of the residuals;  s1, s2 slopes of the halves;  T1, T2, T3 medians of the thirds
 *   E          log evidence of the courses that a series may take, see {@link Courses}
 *   LEAK       p &lt; level and 24 S_lo > 5 % of the floor and S W > 4 s_r and s2 >= 0.45 s1 and T1 &lt; T2
 *              &lt; T3, and E(grows) is above E(holds), E(saturates) and E(steps), see {@link Evidence}
 *   CONVERGING p &lt; level and 24 S > 5 % of the floor, but E(saturates) is above E(grows)
 *   UNDECIDED  it rose, and neither is clear; or it rose late; or it grows between drops, and there
 *              are too few of them to see its floor stay; or what grows may follow the load late
 * </pre>
 *
 * <p>With at least three healthy soaks before, growth beyond theirs is a leak, too, see {@link
 * EarlierSoaks}. History finds more and never less.
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

  static final int LEAST_BLOCKS = 12;
  private static final double HOURS_OF_A_DAY = 24;
  private static final double LEAST_GROWTH = 0.05;
  static final double DEVIATIONS = 4;
  private static final double KEPT_UP = 0.45;
  private static final double CLEAR = 4;
  private static final int GROUP = 4;
  private static final int LEAST_GROUPS = 5;
  private static final double CONCORDANT = 0.5;
  private static final double FAR = 0.08;
  private static final double FLOORS_HOLD = 0.01;

  /** The rule with the usual limit to growth, 5 % a day. */
  public DriftRule(double level) {
    this(level, LEAST_GROWTH);
  }

  /** The answer for one series by itself. */
  public Drift of(Question question) {
    Blocks blocks = question.blocks();
    LoadEffect effect =
        question.hasLoads() ? LoadEffect.of(blocks.hours(), question.loads()) : null;
    if (effect == null) {
      return of(blocks, floor(blocks, question.scale()), question.earlier(), false);
    }
    if (effect.isEntangled()) {
      return unknown(Answer.ENTANGLED, blocks, question.scale().leastFloor());
    }
    List<double[]> followers = question.course().followers(blocks.hours());
    Blocks equal = effect.takenFrom(blocks, followers);
    boolean follows = effect.mayFollow(blocks, followers);
    return of(equal, floor(equal, question.scale()), question.earlier(), follows);
  }

  /** Of a series of levels, such as bytes or threads: growth counts relative to the least. */
  Drift ofLevels(Blocks blocks, EarlierSoaks earlier) {
    return of(
        new Question(blocks, new double[0], Question.Scale.levels(Double.MIN_NORMAL), earlier));
  }

  /** As if the load had been equal throughout: the blocks that {@link #of} judges. */
  public static Blocks atEqualLoad(Question question) {
    Blocks blocks = question.blocks();
    LoadEffect effect =
        question.hasLoads() ? LoadEffect.of(blocks.hours(), question.loads()) : null;
    return effect == null
        ? blocks
        : effect.takenFrom(blocks, question.course().followers(blocks.hours()));
  }

  private static double floor(Blocks blocks, Question.Scale scale) {
    double least = Arrays.stream(blocks.values()).min().orElse(0);
    return scale.logarithm() ? 1 : Math.max(scale.leastFloor(), least);
  }

  private static Drift unknown(Answer answer, Blocks blocks, double floor) {
    return new Drift(
        answer, 1, 0, 0, 0, floor, Double.NaN, blocks.size(), blocks.span(), null, 0, null);
  }

  private Drift of(Blocks blocks, double floor, EarlierSoaks earlier, boolean mayFollow) {
    int n = blocks.size();
    if (n < LEAST_BLOCKS) {
      return unknown(Answer.TOO_SHORT, blocks, floor);
    }
    MannKendall trend = MannKendall.of(blocks);
    SenSlope line = SenSlope.of(blocks, trend.deviation());
    boolean known = earlier.suffice();
    double share = line.slope() / floor;
    double own = known ? level / 2 : level;
    Evidence evidence = Evidence.of(blocks);
    Found found = found(blocks, floor, trend.p() < own, line, evidence);
    if (found.answer() == Answer.LEAK && mayFollow) {
      found = doubtful(Why.MAY_FOLLOW_LOAD, 2 * blocks.hours()[n - 1]);
    }
    boolean beyond = known && line.low() > 0 && share > earlier.bound() && evidence.grows();
    if (beyond) {
      found = new Found(Answer.LEAK, null);
    }
    return new Drift(
        found.answer(),
        known ? Math.min(1, 2 * Math.min(trend.p(), earlier.p(share))) : trend.p(),
        line.slope(),
        line.low(),
        line.high(),
        floor,
        line.at(blocks.hours()[n - 1]),
        n,
        blocks.span(),
        known ? (Double) earlier.bound() : null,
        rise(blocks, line),
        found.doubt());
  }

  private record Found(Answer answer, @Nullable Doubt doubt) {}

  private static Found doubtful(Why why, double hours) {
    return new Found(Answer.UNDECIDED, new Doubt(why, Math.ceil(hours)));
  }

  private static double rise(Blocks blocks, SenSlope line) {
    double deviation = Medians.deviation(line.residuals(blocks));
    return line.slope() * blocks.span() / Math.max(deviation, Double.MIN_NORMAL);
  }

  private Found found(
      Blocks blocks, double floor, boolean rising, SenSlope line, Evidence evidence) {
    double end = blocks.hours()[blocks.size() - 1];
    boolean grows = rising && HOURS_OF_A_DAY * line.slope() > growth * floor;
    boolean surely = HOURS_OF_A_DAY * line.low() > growth * floor;
    if (grows) {
      if (surely
          && rise(blocks, line) > DEVIATIONS
          && rises(blocks)
          && !slowsDown(blocks)
          && evidence.goesOn()) {
        return new Found(Answer.LEAK, null);
      }
      if (evidence.ended() || (evidence.mayEnd() && slowsDown(blocks))) {
        return new Found(Answer.CONVERGING, null);
      }
      if (evidence.rose()) {
        return doubtful(Why.MAY_HAVE_ENDED, 2 * end);
      }
    }
    return settled(blocks, floor, line, evidence, end);
  }

  /** Of a series that does not grow by the trend test. */
  private Found settled(Blocks blocks, double floor, SenSlope line, Evidence evidence, double end) {
    double least = growth * floor / HOURS_OF_A_DAY;
    Teeth teeth = Teeth.of(blocks);
    if (teeth.drops() && teeth.slope() > least && teeth.t() > CLEAR) {
      if (!teeth.floorsHold(Math.max(least, FLOORS_HOLD * floor))
          || evidence.rose()
          || floorRises(blocks, floor)) {
        return doubtful(Why.DROPS, 2 * end);
      }
      return new Found(Answer.STABLE, null);
    }
    if (floorRises(blocks, floor)) {
      return doubtful(Why.DROPS, 2 * end);
    }
    int n = blocks.size();
    double early = Medians.of(blocks.part(0, n / 2).values());
    double late = Medians.of(blocks.part(n - Math.max(3, n / 8), n).values());
    boolean matters = late - early > least * blocks.span() && late > early;
    return matters && evidence.roseLate()
        ? doubtful(Why.ROSE_LATE, 3 * end)
        : new Found(Answer.STABLE, null);
  }

  private static boolean slowsDown(Blocks blocks) {
    int n = blocks.size();
    double first = SenSlope.slope(blocks.part(0, n / 2));
    double second = SenSlope.slope(blocks.part(n / 2, n));
    return second < KEPT_UP * first;
  }

  /** Whether the least values of an hour or so rise by far, under whatever comes and goes. */
  private static boolean floorRises(Blocks blocks, double floor) {
    List<Blocks.Point> least = new ArrayList<>();
    for (int i = 0; i + GROUP <= blocks.size(); i += GROUP) {
      Blocks group = blocks.part(i, i + GROUP);
      double lowest = Arrays.stream(group.values()).min().orElse(0);
      least.add(new Blocks.Point((group.hours()[0] + group.hours()[GROUP - 1]) / 2, lowest));
    }
    Blocks floors = Blocks.of(least);
    int n = floors.size();
    double concordant = MannKendall.of(floors).statistic() / (n * (n - 1) / 2.0);
    return n >= LEAST_GROUPS
        && concordant >= CONCORDANT
        && SenSlope.slope(floors) * floors.span() > FAR * floor;
  }

  private static boolean rises(Blocks blocks) {
    int n = blocks.size();
    double first = Medians.of(blocks.part(0, n / 3).values());
    double second = Medians.of(blocks.part(n / 3, 2 * n / 3).values());
    double third = Medians.of(blocks.part(2 * n / 3, n).values());
    return first < second && second < third;
  }
}
