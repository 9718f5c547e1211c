package io.tideline.reports.ticket;

import io.tideline.reports.stats.Aftermath;
import io.tideline.reports.stats.WriteCounts;
import java.util.ArrayList;
import java.util.List;

/** Writes that were acknowledged are gone, or there more than once. */
record WritesBroken(FailedCheck failed) implements Finding {
  @Override
  public String kind() {
    return "writes";
  }

  @Override
  public String title() {
    return "Acknowledged writes are not there once: "
        + failed.check().metric()
        + " in "
        + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    Aftermath aftermath = failed.run().aftermath();
    WriteCounts writes = aftermath == null ? null : aftermath.writes();
    List<String> facts = new ArrayList<>(FaultFacts.of(failed.run()));
    if (writes != null) {
      facts.addAll(writes.examples());
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    return failed.check().metric().startsWith("lost")
        ? List.of(
            "They were acknowledged before the node that took over had them: replication is"
                + " asynchronous, or the commit was not flushed")
        : List.of(
            "A write whose answer was lost was sent again, and nothing knew the second for the"
                + " first");
  }

  @Override
  public List<String> fixes() {
    return List.of(
        failed.check().metric().startsWith("lost")
            ? "Replicate synchronously to at least one standby, and wait for its flush"
            : "Give each write a key that its retries keep, and let the database refuse a second",
        "Look up the examples in run.json in the logs of service and database",
        "Run the scenario again ten times: how many are hit is luck");
  }
}
