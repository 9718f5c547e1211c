package io.tideline.engine.pilot;

import io.tideline.engine.resource.Consumption;
import io.tideline.engine.search.Offered;
import io.tideline.engine.search.PromiseFigure;
import io.tideline.engine.search.Step;
import io.tideline.engine.search.StepResult;
import io.tideline.engine.search.StepVerdict;
import io.tideline.engine.search.StepVerdict.Bad;
import io.tideline.engine.search.StepVerdict.Saturated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a search, with its figures.
 *
 * @param number from 1
 * @param phase why this load was offered
 * @param load new users per second
 * @param measuredSeconds length of the part that was judged
 * @param answer in one word
 * @param sentence the answer with its reasons
 * @param due users who were due
 * @param started users of those who started
 * @param lagP99Millis 99th percentile of how late they started
 * @param promises what became of each
 * @param inFlight users in flight at the end of each second
 * @param resources what the target consumed while the step was measured
 */
public record StepRecord(
    int number,
    String phase,
    double load,
    double measuredSeconds,
    Answer answer,
    String sentence,
    long due,
    long started,
    double lagP99Millis,
    List<PromiseRecord> promises,
    List<Integer> inFlight,
    List<Consumption> resources) {
  private static final double MILLIS_PER_SECOND = 1e3;

  public StepRecord {
    promises = List.copyOf(promises);
    inFlight = List.copyOf(inFlight);
    resources = List.copyOf(Objects.requireNonNullElse(resources, List.of()));
  }

  /** What came of a step. */
  public enum Answer {
    /** The target held the load. */
    GOOD,
    /** It did not. */
    BAD,
    /** The generator could not offer it, or nobody knows what came of it. */
    SATURATED;

    static Answer of(StepVerdict verdict) {
      if (verdict instanceof Saturated) {
        return SATURATED;
      }
      return verdict instanceof Bad ? BAD : GOOD;
    }
  }

  static StepRecord of(StepResult result, double rate, List<Consumption> resources) {
    Step step = result.step();
    Offered offered = result.figures().offered();
    return new StepRecord(
        step.number(),
        step.phase().toString(),
        step.load() * rate,
        step.measured().toMillis() / MILLIS_PER_SECOND,
        Answer.of(result.verdict()),
        result.verdict().sentence(),
        offered.due(),
        offered.achieved(),
        offered.lagP99Millis(),
        result.figures().promises().stream().map(PromiseRecord::of).toList(),
        result.figures().inFlight(),
        resources);
  }

  /** A figure as JSON can hold it. */
  static @Nullable Double figure(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  /**
   * A promise in one step.
   *
   * @param value as measured; null when there was nothing to measure
   * @param low lower end of its 95 % interval; null where none can be told
   * @param high upper end
   * @param count how many values it is made of
   * @param least fewest from which it can be told
   */
  public record PromiseRecord(
      String scope,
      String metric,
      double limit,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      long count,
      long least) {
    static PromiseRecord of(PromiseFigure figure) {
      return new PromiseRecord(
          figure.promise().scope(),
          figure.promise().metric(),
          figure.promise().limit(),
          StepRecord.figure(figure.measured().value()),
          StepRecord.figure(figure.measured().interval().low()),
          StepRecord.figure(figure.measured().interval().high()),
          figure.measured().count(),
          figure.promise().least());
    }
  }
}
