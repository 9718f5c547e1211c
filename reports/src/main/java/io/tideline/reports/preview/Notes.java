package io.tideline.reports.preview;

import io.tideline.engine.plan.Plan;
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
    if (plan.target().offPeak() != null) {
      notes.add(
          "Environment "
              + plan.target().env()
              + " takes load from "
              + plan.target().offPeak()
              + " only.");
    }
    notes.add(
        "Names of journeys and requests, feeders, credentials and off-peak hours"
            + " are checked when the run starts.");
    return notes;
  }
}
