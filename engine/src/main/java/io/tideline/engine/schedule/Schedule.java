package io.tideline.engine.schedule;

import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Phase;
import io.tideline.engine.plan.Phase.Level;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.profile.Arrivals;
import io.tideline.engine.profile.Line;
import io.tideline.engine.profile.RateCurve;
import io.tideline.engine.profile.Recorded;
import io.tideline.engine.profile.Sequence;
import io.tideline.engine.profile.Spacing;
import java.util.ArrayList;
import java.util.List;

/**
 * Every arrival of a plan, by index: when it is due, in which phase, on which journey. Two
 * schedules of equal plans are equal in all of it. Instances may be shared between threads.
 */
public final class Schedule {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Plan plan;
  private final Arrivals arrivals;
  private final long[] phaseStartNanos;
  private final long[] firstArrival;
  private final JourneyDraw journeys;

  private Schedule(Plan plan) {
    this.plan = plan;
    this.arrivals = new Arrivals(curve(plan), spacing(plan.load()));
    this.journeys = new JourneyDraw(plan.mix(), plan.load().seed());
    List<Phase> phases = plan.load().phases();
    this.phaseStartNanos = new long[phases.size() + 1];
    this.firstArrival = new long[phases.size() + 1];
    for (int i = 0; i < phases.size(); i++) {
      phaseStartNanos[i + 1] = phaseStartNanos[i] + phases.get(i).duration().toNanos();
      firstArrival[i + 1] = arrivals.dueBefore(phaseStartNanos[i + 1] / NANOS_PER_SECOND);
    }
  }

  /** The schedule of {@code plan}. */
  public static Schedule of(Plan plan) {
    return new Schedule(plan);
  }

  /** The plan it was made of. */
  public Plan plan() {
    return plan;
  }

  /** The arrivals as planned. */
  Arrivals planned() {
    return arrivals;
  }

  /** Number of arrivals of the whole run. */
  public long arrivals() {
    return firstArrival[firstArrival.length - 1];
  }

  /** When arrival {@code k} is due, in nanoseconds since the run's first instant. */
  public long dueNanos(long k) {
    return arrivals.dueNanos(k);
  }

  /** Index of arrival {@code k}'s journey in {@link io.tideline.engine.plan.Mix#journeys()}. */
  public int journeyOf(long k) {
    return journeys.journeyOf(k);
  }

  /**
   * Number of arrivals on each of {@link io.tideline.engine.plan.Mix#journeys()}, in their order.
   */
  public long[] arrivalsByJourney() {
    return journeys.counts(arrivals());
  }

  /** Number of phases. */
  public int phases() {
    return phaseStartNanos.length - 1;
  }

  /** When a phase begins, in nanoseconds since the run's first instant. */
  public long phaseStartNanos(int phase) {
    return phaseStartNanos[phase];
  }

  /** Number of arrivals due in a phase. */
  public long offered(int phase) {
    return firstArrival[phase + 1] - firstArrival[phase];
  }

  /** The phase in which arrival {@code k} is due. */
  public int phaseOf(long k) {
    return lastAtOrBefore(firstArrival, k);
  }

  /** The phase at an instant; before the first it is the first, after the last it is the last. */
  public int phaseAt(long nanos) {
    return lastAtOrBefore(phaseStartNanos, nanos);
  }

  /** Largest rate of new users, per second. */
  public double peakRate() {
    return arrivals.curve().peak();
  }

  private int lastAtOrBefore(long[] bounds, long value) {
    int phase = 0;
    while (phase < phases() - 1 && bounds[phase + 1] <= value) {
      phase++;
    }
    return phase;
  }

  private static Spacing spacing(Load load) {
    return switch (load.arrivals()) {
      case EVEN -> Spacing.even();
      case POISSON -> Spacing.poisson(load.seed());
    };
  }

  private static RateCurve curve(Plan plan) {
    List<RateCurve> pieces = new ArrayList<>();
    for (Phase phase : plan.load().phases()) {
      double seconds = phase.duration().toNanos() / NANOS_PER_SECOND;
      if (!phase.instants().isEmpty()) {
        double[] instants = phase.instants().stream().mapToDouble(Double::doubleValue).toArray();
        pieces.add(Recorded.of(instants, seconds));
        continue;
      }
      for (int i = 0; i + 1 < phase.levels().size(); i++) {
        Level from = phase.levels().get(i);
        Level to = phase.levels().get(i + 1);
        if (to.at() > from.at()) {
          double rate = plan.load().rate();
          pieces.add(
              new Line(rate * from.level(), rate * to.level(), seconds * (to.at() - from.at())));
        }
      }
    }
    return new Sequence(pieces);
  }
}
