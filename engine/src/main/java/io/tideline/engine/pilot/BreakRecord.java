package io.tideline.engine.pilot;

import io.tideline.engine.search.Breach;
import io.tideline.engine.search.StepResult;
import io.tideline.engine.search.StepVerdict.Bad;
import org.jspecify.annotations.Nullable;

/**
 * What breaks first.
 *
 * @param step number of the bad step at the lowest load
 * @param load of that step, new users per second
 * @param scope which requests, or users in flight, or the offered load
 * @param metric what of them
 * @param value as measured; null when there was nothing to measure
 * @param limit the most that may be
 */
public record BreakRecord(
    int step, double load, String scope, String metric, @Nullable Double value, double limit) {

  static @Nullable BreakRecord of(StepResult result, double rate) {
    if (!(result.verdict() instanceof Bad bad)) {
      return null;
    }
    Breach first = bad.breaches().get(0);
    return new BreakRecord(
        result.step().number(),
        result.step().load() * rate,
        first.scope(),
        first.metric(),
        StepRecord.figure(first.value()),
        first.limit());
  }
}
