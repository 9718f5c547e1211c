package io.tideline.reports.ticket;

import io.tideline.reports.stats.Rerun;
import io.tideline.reports.stats.Run;

/** How to see a finding again: by making its run again, or else by analysing it again. */
final class Reproduction {
  private Reproduction() {}

  static String command(Run run) {
    String again = Rerun.command(run);
    return again == null
        ? "java -jar reports/target/tideline.jar analyze " + Rerun.quoted(run.info().id())
        : again;
  }
}
