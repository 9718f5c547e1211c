package io.tideline.reports.ticket;

import io.tideline.reports.gate.Figures;
import io.tideline.reports.stats.LogFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The records of the run contradict each other or themselves, or one of them is not there. */
record RecordsDoubtful(FailedCheck failed) implements Finding {
  private static final String CLOCKS = "clocks apart";
  private static final String TIMES = "impossible times";
  private static final String STARTS = "starts record";

  @Override
  public String kind() {
    return "records";
  }

  @Override
  public String title() {
    return switch (failed.check().metric()) {
          case CLOCKS -> "The records are on different clocks: ";
          case TIMES -> "Too many records of simulation.log have impossible times: ";
          case STARTS -> "The record of starts is missing: ";
          default -> "The record of the generator's health is missing: ";
        }
        + failed.where();
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public Sureness sureness() {
    return Sureness.SURE;
  }

  @Override
  public List<String> evidence() {
    List<String> facts = new ArrayList<>();
    LogFacts log = failed.run().log();
    LogFacts.Clock clock = log.clock();
    if (failed.check().metric().equals(CLOCKS) && clock != null) {
      facts.add(
          String.format(
              Locale.ROOT,
              "%s compared: simulation.log has them %.3f s %s than starts.log",
              Figures.count(clock.starts(), "start"),
              Math.abs(clock.apartSeconds()),
              clock.apartSeconds() < 0 ? "earlier" : "later"));
    }
    String first = log.impossible().first();
    if (failed.check().metric().equals(TIMES) && first != null) {
      facts.add("The first: " + first);
    }
    return facts;
  }

  @Override
  public List<String> suspicions() {
    return List.of();
  }

  @Override
  public List<String> fixes() {
    return switch (failed.check().metric()) {
      case CLOCKS ->
          List.of(
              "Copy simulation.log and the folder tideline of one and the same run together",
              "See whether the generator's machine slept, or was moved, during the run; run again");
      case TIMES ->
          List.of(
              "Find the plug-in, protocol or custom action that writes the record named above: its"
                  + " times count from another start, or it ends before it starts",
              "See whether the clock of the generator's machine jumped; run again");
      default ->
          List.of(
              "Copy the whole folder tideline, with starts.log and generator.jsonl, once the run has"
                  + " ended",
              "See whether the generator's disk was full; run again");
    };
  }
}
