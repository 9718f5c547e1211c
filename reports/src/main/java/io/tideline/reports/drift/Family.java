package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several series of one run, judged at once. Each may err, so that the more there are the more
 * often one of them would: a leak stays one only if its p falls by Holm's procedure, in which the
 * i-th smallest of m must be below level / (m - i + 1); else it is {@link Answer#SUSPECTED}.
 *
 * <p>S. Holm, "A simple sequentially rejective multiple test procedure", 1979. The series may
 * depend on each other in any way.
 */
public final class Family {
  private Family() {}

  /** What became of each series, in their order. */
  public static List<Drift> judge(List<Question> questions, DriftRule rule) {
    List<Drift> alone = questions.stream().map(rule::of).toList();
    boolean[] falls = falls(alone, rule.level());
    List<Drift> together = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      Drift drift = alone.get(i);
      boolean doubtful = drift.answer() == Answer.LEAK && !falls[i];
      together.add(doubtful ? drift.answering(Answer.SUSPECTED) : drift);
    }
    return together;
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
