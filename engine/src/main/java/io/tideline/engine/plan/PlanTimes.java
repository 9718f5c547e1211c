package io.tideline.engine.plan;

import java.time.Duration;
import java.util.List;

/**
 * Where an instant of the plan file is in the run: it keeps its place in its phase, as {@code
 * duration} stretches phases and {@code speedup} shortens them.
 *
 * @param written phases as the plan file has them
 * @param run the same phases, as long as they are in the run
 */
record PlanTimes(List<Phase> written, List<Phase> run) {

  /** Those of a scenario of which {@code run} was made; what is wrong with it was said before. */
  static PlanTimes of(Node scenario, List<Phase> run) {
    return new PlanTimes(PhaseReader.read(scenario.silent()), run);
  }

  /** The whole length as written. */
  Duration length() {
    return written.stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /** The length of the phases before the first that counts, as written. */
  Duration warmUp() {
    return written.stream()
        .takeWhile(Phase::warmUp)
        .map(Phase::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** An instant as written, in the run; after the last phase it is the end. */
  Duration inRun(Duration instant) {
    Duration left = instant;
    Duration passed = Duration.ZERO;
    for (int i = 0; i < written.size(); i++) {
      Duration before = written.get(i).duration();
      Duration after = run.get(i).duration();
      if (left.compareTo(before) < 0) {
        double share = (double) left.toNanos() / before.toNanos();
        return passed.plusNanos(Math.round(share * after.toNanos()));
      }
      left = left.minus(before);
      passed = passed.plus(after);
    }
    return passed;
  }
}
