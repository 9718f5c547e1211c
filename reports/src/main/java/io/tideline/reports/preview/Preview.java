package io.tideline.reports.preview;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Problems;
import io.tideline.engine.schedule.Caps;
import io.tideline.engine.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as it would be. Users are counted as the run's own schedule counts them; requests and bytes
 * follow from the plan's footprints and are estimates.
 *
 * @param plan what was asked for
 * @param curve new users per second over time
 * @param phases in order
 * @param journeys in the order of the mix
 * @param totals all of them together
 * @param caps the plan's caps and how near the run would come
 * @param refusals why the run would not start, as it would say so; empty when it would
 * @param notes what a reader should know about the figures
 */
public record Preview(
    Plan plan,
    Curve curve,
    List<PhaseLine> phases,
    List<JourneyLine> journeys,
    Totals totals,
    List<CapLine> caps,
    List<String> refusals,
    List<String> notes) {

  public Preview {
    phases = List.copyOf(phases);
    journeys = List.copyOf(journeys);
    caps = List.copyOf(caps);
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
  }

  /**
   * The run that {@code plan} asks for.
   *
   * @param furtherNotes notes on how the plan was come by
   */
  public static Preview of(Plan plan, List<String> furtherNotes) {
    Schedule schedule = Schedule.of(plan);
    List<JourneyLine> journeys = JourneyLine.of(schedule);
    Totals totals = Totals.of(schedule, journeys);
    Problems problems = new Problems();
    Caps.check(schedule, totals.requests(), problems);
    List<String> notes = new ArrayList<>(Notes.of(plan, totals));
    notes.addAll(furtherNotes);
    return new Preview(
        plan,
        Curve.of(plan),
        PhaseLine.of(schedule),
        journeys,
        totals,
        CapLine.of(plan, totals),
        problems.sentences(),
        notes);
  }
}
