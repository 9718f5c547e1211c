package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several series of one run, judged at once. Each may err, so that the more there are the more
 * often one of them would. A leak stays one only if its p falls by Holm's procedure, and its rise
 * is the larger the more series there are; else it is {@link Answer#SUSPECTED}.
 *
 * <pre>
 *   p of the i-th smallest of m   below level / (m - i + 1)
 *   S W                           above 4 (1 + ln m / 6) s_r
 * </pre>
 *
 * <p>The second is needed since p is too small where noise lasts for long, however it is corrected.
 * Its factor was found by simulation, see docs/soak.md. For growth beyond that of earlier soaks p
 * alone counts.
 *
 * <p>S. Holm, "A simple sequentially rejective multiple test procedure", 1979. The series may
 * depend on each other in any way.
 */
public final class Family {
  private static final double PER_SERIES = 6;

  private Family() {}

  /** What became of each series, in their order. */
  public static List<Drift> judge(List<Question> questions, DriftRule rule) {
    List<Drift> alone = questions.stream().map(rule::of).toList();
    boolean[] falls = falls(alone, rule.level());
    double least = leastRise(alone);
    List<Drift> together = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      Drift drift = alone.get(i);
      Double usual = drift.usual();
      boolean beyond = usual != null && drift.share() > usual;
      boolean clear = falls[i] && (beyond || drift.rise() > least);
      boolean doubtful = drift.answer() == Answer.LEAK && !clear;
      together.add(doubtful ? drift.answering(Answer.SUSPECTED) : drift);
    }
    return together;
  }

  private static double leastRise(List<Drift> drifts) {
    long judged = drifts.stream().filter(Drift::isJudged).count();
    return DriftRule.DEVIATIONS * (1 + Math.log(Math.max(1, judged)) / PER_SERIES);
  }

  private static boolean[] falls(List<Drift> drifts, double level) {
    List<Integer> order =
        IntStream.range(0, drifts.size())
            .boxed()
            .filter(i -> drifts.get(i).isJudged())
            .sorted(Comparator.comparingDouble(i -> drifts.get(i).p()))
            .toList();
    boolean[] falls = new boolean[drifts.size()];
    int count = order.size();
    for (int i = 0; i < count && drifts.get(order.get(i)).p() < level / (count - i); i++) {
      falls[order.get(i)] = true;
    }
    return falls;
  }
}
