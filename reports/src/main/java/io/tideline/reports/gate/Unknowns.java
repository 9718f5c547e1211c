package io.tideline.reports.gate;

import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** What would say whether a run's numbers can be trusted, and was not recorded. */
final class Unknowns {
  private Unknowns() {}

  /** One clause each; none of a run that was recorded whole. */
  static List<String> of(Run run) {
    List<String> unknown = new ArrayList<>();
    if (run.injection() == null) {
      unknown.add("whether users started when they were due (there is no starts.log)");
    }
    if (run.generator() == null) {
      unknown.add("whether the generator kept up (there is no generator.jsonl)");
    }
    return unknown;
  }
}
