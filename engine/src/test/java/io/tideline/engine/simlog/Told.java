package io.tideline.engine.simlog;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a parser tells, one line a record. */
final class Told implements SimulationLogListener {
  final List<String> records = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();

  /** What was told of {@code log}, and how it ended. */
  static Told of(byte[] log) throws UnsupportedGatlingException {
    Told told = new Told();
    SimulationLogParser parser = new SimulationLogParser("simulation.log", told);
    parser.parse(log, 0, log.length);
    parser.finish();
    told.end = parser.end(log.length);
    return told;
  }

  LogEnd end = new LogEnd.CutOff(0, 0, 0);

  @Override
  public void run(RunRecord run) {
    records.add(run.toString());
  }

  @Override
  public void request(RequestRecord request) {
    records.add(
        "request %s %d-%d %s '%s'"
            .formatted(
                request.path(),
                request.startMillis(),
                request.endMillis(),
                request.ok() ? "ok" : "ko",
                request.message()));
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    records.add("user %d %s %d".formatted(scenario, start ? "start" : "end", millis));
  }

  @Override
  public void group(GroupRecord group) {
    records.add(
        "group %s %d-%d %d %s"
            .formatted(
                group.path(),
                group.startMillis(),
                group.endMillis(),
                group.responseMillis(),
                group.ok() ? "ok" : "ko"));
  }

  @Override
  public void unmatchedMessage(RequestRecord message) {
    records.add("message " + message.path() + " " + message.startMillis());
  }

  /** Users and errors are told all the same. */
  @Override
  public void impossibleTimes(ImpossibleTimes record) {
    switch (record.kind()) {
      case REQUEST, GROUP -> records.add("impossible " + record.sentence());
      default -> remarks.add(record.sentence());
    }
  }

  @Override
  public void error(String message, int millis) {
    records.add("error '%s' %d".formatted(message, millis));
  }
}
