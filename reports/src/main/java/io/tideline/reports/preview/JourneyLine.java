package io.tideline.reports.preview;

import io.tideline.engine.plan.Footprint;
import io.tideline.engine.plan.Mix;
import io.tideline.engine.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One journey of a run that may come.
 *
 * @param name its name
 * @param users how many make it
 * @param footprint what each of them costs, or null when the plan does not say
 */
record JourneyLine(String name, long users, @Nullable Footprint footprint) {

  /** The journeys of {@code schedule}, in the order of its mix. */
  static List<JourneyLine> of(Schedule schedule) {
    Mix mix = schedule.plan().mix();
    long[] users = schedule.arrivalsByJourney();
    List<JourneyLine> lines = new ArrayList<>();
    for (String journey : mix.journeys()) {
      lines.add(new JourneyLine(journey, users[lines.size()], mix.footprints().get(journey)));
    }
    return lines;
  }

  /** Whether the plan says what one user costs. */
  boolean isKnown() {
    return footprint != null;
  }

  /** Requests of all its users; 0 when unknown. */
  double requests() {
    return footprint == null ? 0 : users * footprint.requests();
  }

  /** Bytes moved by all its users; 0 when unknown. */
  double bytes() {
    return footprint == null ? 0 : (double) users * footprint.bytes();
  }
}
