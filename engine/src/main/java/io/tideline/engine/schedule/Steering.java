package io.tideline.engine.schedule;

import io.tideline.engine.plan.Slice;
import io.tideline.engine.profile.Arrivals;
import io.tideline.engine.profile.RateCurve;
import io.tideline.engine.schedule.RunEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A schedule as it is steered while the run goes on. A pause stops the plan's clock; a scale
 * multiplies the rate and leaves the clock alone. Arrival indices are taken one after another
 * whatever happens, so an index keeps its journey and its account.
 *
 * <p>Between two changes the run goes along one stretch: at run time t the plan's clock shows
 * {@code c = c0 + t - t0}, and the arrivals due number {@code p0 + factor * (I(c) - I(c0))} with I
 * the integral of the planned rate. A fault is kept among the events and changes nothing. Replaying
 * the events of a run gives the same steering again.
 *
 * <p>May be used by several threads.
 */
public final class Steering {
  /** Due time of an arrival that never comes as things stand. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Schedule schedule;
  private final Arrivals arrivals;
  private final List<RunEvent> events = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private volatile Stretch current;

  /**
   * @param schedule what was planned
   */
  public Steering(Schedule schedule) {
    this.schedule = schedule;
    this.arrivals = schedule.planned();
    this.current = new Stretch(0, 0, 0, 1, true).endingAt(arrivals);
    stretches.add(current);
  }

  /** The steering that {@code events}, in order of time, made of {@code schedule}. */
  public static Steering replay(Schedule schedule, List<RunEvent> events) {
    Steering steering = new Steering(schedule);
    events.forEach(steering::apply);
    return steering;
  }

  /** What was planned. */
  public Schedule schedule() {
    return schedule;
  }

  /** What has happened so far, in order. */
  public synchronized List<RunEvent> events() {
    return List.copyOf(events);
  }

  /** Whether users arrive at present. */
  public boolean isRunning() {
    return current.running;
  }

  /** Whether the run was stopped before its time, by hand or by an SLO. */
  public boolean wasStopped() {
    return events().stream()
        .anyMatch(event -> event.kind() == Kind.STOP || event.kind() == Kind.ABORT);
  }

  /** The present multiple of the planned rate. */
  public double factor() {
    return current.factor;
  }

  /** Lets an event take effect from its time on, which must not lie before the last one's. */
  public synchronized void apply(RunEvent event) {
    if (event.kind().isFault()) {
      events.add(event);
      return;
    }
    Stretch next = current.after(event, arrivals.curve()).endingAt(arrivals);
    events.add(event);
    stretches.add(next);
    current = next;
  }

  /** How many users the whole run would bring if {@code event} came next. */
  public long arrivalsAfter(RunEvent event) {
    List<RunEvent> all = new ArrayList<>(events());
    all.add(event);
    return replay(schedule, all).dueBefore(NEVER);
  }

  /** When arrival {@code k} is due in the run, as things stand, or {@link #NEVER}. */
  public long dueNanos(long k) {
    Stretch now = current;
    if (!now.running || k >= now.end) {
      return NEVER;
    }
    RateCurve curve = arrivals.curve();
    double ahead = (arrivals.spacing().at(k) - now.position) / now.factor;
    double integral = curve.integral(now.planSeconds) + ahead;
    double seconds = now.runSeconds + curve.inverse(integral) - now.planSeconds;
    return Math.round(Math.max(seconds, now.runSeconds) * NANOS_PER_SECOND);
  }

  /** New users per second at a time of the run; 0 in a pause and after the plan's end. */
  public double rateAt(long nanos) {
    double seconds = nanos / NANOS_PER_SECOND;
    Stretch then = stretchAt(seconds);
    double plan = then.planAt(seconds);
    boolean within = then.running && plan >= 0 && plan < arrivals.curve().durationSeconds();
    return within ? then.factor * arrivals.curve().rate(plan) : 0;
  }

  /** Whether the plan has come to its end at a time of the run, so that nobody arrives any more. */
  public boolean isOver(long nanos) {
    return current.running
        && current.planAt(nanos / NANOS_PER_SECOND) >= arrivals.curve().durationSeconds();
  }

  /** How many arrivals were due before a time of the run. */
  public long dueBefore(long nanos) {
    double seconds = nanos / NANOS_PER_SECOND;
    Stretch then = stretchAt(seconds);
    return arrivals.spacing().countBefore(then.positionAt(seconds, arrivals.curve()));
  }

  /** The first arrival that is due in a phase or after it; the number of all for one too many. */
  public long firstArrival(int phase) {
    return dueBefore(phase == schedule.phases() ? NEVER : phaseStartNanos(phase));
  }

  /** Number of this generator's arrivals in the whole run. */
  public long offered() {
    return schedule.plan().load().slice().share(dueBefore(NEVER));
  }

  /**
   * Number of this generator's arrivals due in a phase, or 0 for one that the run never reached.
   */
  public long offered(int phase) {
    long start = phaseStartNanos(phase);
    if (start == NEVER) {
      return 0;
    }
    boolean last = phase + 1 == schedule.phases();
    Slice slice = schedule.plan().load().slice();
    long end = dueBefore(last ? NEVER : phaseStartNanos(phase + 1));
    return slice.share(end) - slice.share(dueBefore(start));
  }

  /** The phase at an instant; before the first it is the first, after the last it is the last. */
  public int phaseAt(long nanos) {
    int phase = 0;
    while (phase + 1 < schedule.phases() && phaseStartNanos(phase + 1) <= nanos) {
      phase++;
    }
    return phase;
  }

  /**
   * When a phase began in the run, pauses before it included, or {@link #NEVER} when the run was
   * stopped before it.
   */
  public long phaseStartNanos(int phase) {
    return whenNanos(schedule.phaseStartNanos(phase));
  }

  /**
   * When the plan's clock shows {@code planned} nanoseconds, pauses before it included, or {@link
   * #NEVER} when the run was stopped before it or is paused before it.
   */
  public long whenNanos(long planned) {
    double seconds = planned / NANOS_PER_SECOND;
    List<Stretch> all = history();
    for (int i = 0; i < all.size(); i++) {
      Stretch stretch = all.get(i);
      double end = i + 1 < all.size() ? stretch.planAt(all.get(i + 1).runSeconds) : seconds;
      if (stretch.running && stretch.planSeconds <= seconds && end >= seconds) {
        return planned + Math.round((stretch.runSeconds - stretch.planSeconds) * NANOS_PER_SECOND);
      }
    }
    return NEVER;
  }

  private synchronized List<Stretch> history() {
    return List.copyOf(stretches);
  }

  private Stretch stretchAt(double seconds) {
    Stretch found = history().get(0);
    for (Stretch stretch : history()) {
      if (stretch.runSeconds <= seconds) {
        found = stretch;
      }
    }
    return found;
  }

  /**
   * From one change to the next.
   *
   * @param runSeconds when it began in the run
   * @param planSeconds what the plan's clock showed
   * @param position how many arrivals had been due, a real number
   * @param factor multiple of the planned rate
   * @param running whether users arrive
   * @param end how many arrivals the run has if nothing more changes it
   */
  private record Stretch(
      double runSeconds,
      double planSeconds,
      double position,
      double factor,
      boolean running,
      long end) {

    Stretch(
        double runSeconds, double planSeconds, double position, double factor, boolean running) {
      this(runSeconds, planSeconds, position, factor, running, 0);
    }

    Stretch endingAt(Arrivals arrivals) {
      double rest = arrivals.curve().total() - arrivals.curve().integral(planSeconds);
      long last = arrivals.spacing().countBefore(position + factor * rest);
      return new Stretch(runSeconds, planSeconds, position, factor, running, last);
    }

    double planAt(double seconds) {
      return running ? planSeconds + seconds - runSeconds : planSeconds;
    }

    double positionAt(double seconds, RateCurve curve) {
      return position + factor * (curve.integral(planAt(seconds)) - curve.integral(planSeconds));
    }

    Stretch after(RunEvent event, RateCurve curve) {
      double seconds = event.atNanos() / NANOS_PER_SECOND;
      double plan = planAt(seconds);
      double due = positionAt(seconds, curve);
      return switch (event.kind()) {
        case PAUSE -> new Stretch(seconds, plan, due, factor, false);
        case RESUME -> new Stretch(seconds, plan, due, factor, true);
        case SCALE -> new Stretch(seconds, plan, due, event.factor(), running);
        case FAULT_START, FAULT_END, FAULT_FAILED -> this;
        case STOP, DONE, ABORT -> new Stretch(seconds, curve.durationSeconds(), due, factor, true);
      };
    }
  }
}
