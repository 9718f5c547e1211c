package io.tideline.reports.drift;

import io.tideline.reports.drift.Drift.Answer;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often the rule gives each answer.
 *
 * @param series what is judged
 * @param hours length of the run
 * @param growth per hour, as a share of the level
 * @param level of the rule
 */
record DriftRates(Series series, double hours, double growth, double level) {

  /** Shares of the answers in so many runs. */
  Map<Answer, Double> of(int runs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DriftRule rule = new DriftRule(level);
    Map<Answer, Double> shares = new EnumMap<>(Answer.class);
    for (Answer answer : Answer.values()) {
      shares.put(answer, 0.0);
    }
    for (int i = 0; i < runs; i++) {
      Answer answer = rule.of(series.question(hours, growth, random.split())).answer();
      shares.merge(answer, 1.0 / runs, Double::sum);
    }
    return shares;
  }
}
