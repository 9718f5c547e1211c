package io.tideline.reports.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.drift.Drift.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FamilyTest {
  private static final DriftRule RULE = new DriftRule(DriftRule.AT_THE_END);
  private static final int RUNS = 150;

  private static List<Question> family(Series series, double hours, SplittableRandom random) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      questions.add(series.question(hours, 0, random.split()));
    }
    return questions;
  }

  @Test
  void aHealthyRunOfManySeriesIsHardlyEverCalledALeak() {
    SplittableRandom random = new SplittableRandom(5);
    int alarms = 0;
    for (int i = 0; i < RUNS; i++) {
      List<Drift> drifts = Family.judge(family(Series.AUTOCORRELATED, 24, random), RULE);
      alarms += drifts.stream().anyMatch(drift -> drift.answer() == Answer.LEAK) ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(RUNS * 4 / 100);
  }

  @Test
  void oneThatLeaksIsFoundAmongMany() {
    SplittableRandom random = new SplittableRandom(6);
    int found = 0;
    for (int i = 0; i < RUNS; i++) {
      List<Question> questions = family(Series.AUTOCORRELATED, 24, random);
      questions.set(7, Series.AUTOCORRELATED.question(24, 0.01, random.split()));
      found += Family.judge(questions, RULE).get(7).answer() == Answer.LEAK ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(RUNS * 88 / 100);
  }

  @Test
  void whatLeaksAloneByAHairIsSuspectedAmongMany() {
    SplittableRandom random = new SplittableRandom(7);
    Question doubtful = null;
    while (doubtful == null) {
      Question question = Series.LASTING.question(8, 0.01, random.split());
      Drift alone = RULE.of(question);
      doubtful = alone.answer() == Answer.LEAK && alone.p() > 0.001 ? question : null;
    }
    List<Question> questions = family(Series.WHITE, 8, random);
    questions.add(doubtful);

    assertThat(Family.judge(List.of(doubtful), RULE).get(0).answer()).isEqualTo(Answer.LEAK);
    assertThat(Family.judge(questions, RULE).get(20).answer()).isEqualTo(Answer.SUSPECTED);
  }
}
