package io.tideline.reports.benchmark;

import io.tideline.engine.simlog.LogEnd;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.SimulationLog;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a log and does as little as possible with it: what the reader itself costs. */
final class ReaderAlone implements SimulationLogListener {
  private long millis;

  private ReaderAlone() {}

  /** The folder with the log. */
  public static void main(String[] args) throws IOException {
    ReaderAlone listener = new ReaderAlone();
    LogEnd end = SimulationLog.read(Path.of(args[0], SimulationLog.FILE_NAME), listener);
    System.out.println(end.records() + " records, " + listener.millis + " ms of requests");
  }

  @Override
  public void request(RequestRecord request) {
    millis += request.endMillis() - request.startMillis();
  }
}
