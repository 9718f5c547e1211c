package io.tideline.reports.preview;

import io.tideline.engine.plan.Load.Spread;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slice;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know about the figures of a preview. */
final class Notes {
  private Notes() {}

  static List<String> of(Plan plan, Totals totals) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Requests and bytes are estimates, from defaults.journeys of the plan; the run itself holds"
            + " the most requests that its users could send against the cap.");
    if (!totals.isComplete()) {
      notes.add(
          "Not in the sums, since the plan does not say what a user of it costs: "
              + String.join(", ", totals.unknown())
              + ".");
    }
    if (plan.search() != null) {
      notes.add(
          "This scenario searches the breaking point: the figures are those of its first load, held"
              + " for the longest time; how far the search goes shows as it does.");
    }
    if (plan.target().offPeak() != null) {
      notes.add(
          "Environment "
              + plan.target().env()
              + " takes load from "
              + plan.target().offPeak()
              + " only.");
    }
    Slice slice = plan.load().slice();
    if (slice.of() > 1) {
      notes.add(
          "The figures are those of the whole run; slice "
              + slice
              + " takes "
              + Amounts.number(slice.share(totals.users()))
              + " of its users.");
    }
    if (plan.load().arrivals() == Spread.POISSON) {
      notes.add(
          "Arrivals are a Poisson process: the users of a phase vary about the curve's area.");
    }
    notes.add(
        "Names of journeys and requests, feeders, credentials and off-peak hours"
            + " are checked when the run starts.");
    return notes;
  }
}
