package io.tideline.reports.caching;

import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;

/**
 * A cache while it was cold, and when it was warm. Cold is the warm-up; of a run without one, the
 * first tenth of it.
 *
 * @param cold hits while it was cold
 * @param warm hits afterwards
 * @param untilSeconds when the one became the other, since the run's first instant
 */
public record ColdAndWarm(HitRatio cold, HitRatio warm, double untilSeconds) {
  private static final double FIRST_PART = 0.1;

  /** Those of one cache. */
  public static ColdAndWarm of(CacheCourse course, Run run) {
    double end =
        run.phases().stream()
            .mapToDouble(phase -> phase.startSeconds() + phase.durationSeconds())
            .max()
            .orElse(0);
    double warmUp =
        run.phases().stream()
            .filter(PhaseRow::warmUp)
            .mapToDouble(phase -> phase.startSeconds() + phase.durationSeconds())
            .max()
            .orElse(0);
    double until = warmUp > 0 ? warmUp : FIRST_PART * end;
    return new ColdAndWarm(course.between(0, until), course.between(until, end), until);
  }
}
