package io.tideline.engine.live;

import io.tideline.engine.simlog.ImpossibleTimes;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import org.jspecify.annotations.Nullable;

/** Requests of a whole log so far. */
final class LogTotals implements SimulationLogListener {
  private @Nullable RunRecord run;
  private long ok;
  private long ko;
  private long unmatched;
  private long impossible;

  @Override
  public void run(RunRecord record) {
    run = record;
    ok = 0;
    ko = 0;
    unmatched = 0;
    impossible = 0;
  }

  @Override
  public void request(RequestRecord request) {
    if (request.ok()) {
      ok++;
    } else {
      ko++;
    }
  }

  @Override
  public void error(String message, int millis) {
    ko++;
  }

  @Override
  public void unmatchedMessage(RequestRecord message) {
    unmatched++;
  }

  @Override
  public void impossibleTimes(ImpossibleTimes record) {
    impossible++;
  }

  @Nullable RunRecord run() {
    return run;
  }

  long ok() {
    return ok;
  }

  long ko() {
    return ko;
  }

  /** Messages of the server that nobody waited for. */
  long unmatched() {
    return unmatched;
  }

  /** Records whose times cannot be true. */
  long impossible() {
    return impossible;
  }
}
