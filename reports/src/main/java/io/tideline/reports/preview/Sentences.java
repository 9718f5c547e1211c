package io.tideline.reports.preview;

import io.tideline.engine.plan.Load;
import io.tideline.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What the terminal and the page say in words. */
final class Sentences {
  private Sentences() {}

  /** Where the load would go, and what it follows from. */
  static String load(Plan plan) {
    Load load = plan.load();
    String url = plan.target().baseUrl();
    return plan.target().env()
        + (url == null ? "" : " " + url)
        + ", "
        + Amounts.rate(load.rate())
        + " users/s at level 1, seed "
        + load.seed()
        + (load.speedup() == 1
            ? ""
            : ", time compressed " + Amounts.rate(load.speedup()) + " times");
  }

  /** What has to be there for the run, and what its busiest moment takes. */
  static List<String> needs(Plan plan, Totals totals) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Needed: "
            + Amounts.number(totals.users())
            + " accounts, one for each user, and as many sessions; "
            + (plan.target().isStandIn()
                ? "the sample service makes them."
                : "the target and the feeder file must have them."));
    if (totals.isComplete()) {
      sentences.add(
          "At the peak: "
              + Amounts.rate(totals.peakRate())
              + " new users, about "
              + Amounts.number(Math.round(totals.peakRate() * totals.requestsPerUser()))
              + " requests and "
              + Amounts.bytes(totals.peakRate() * totals.bytesPerUser())
              + " per second.");
    }
    return sentences;
  }
}
