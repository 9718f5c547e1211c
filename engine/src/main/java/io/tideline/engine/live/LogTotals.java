package io.tideline.engine.live;

import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import org.jspecify.annotations.Nullable;

/** Requests of a whole log so far. */
final class LogTotals implements SimulationLogListener {
  private @Nullable RunRecord run;
  private long ok;
  private long ko;

  @Override
  public void run(RunRecord record) {
    run = record;
    ok = 0;
    ko = 0;
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

  @Nullable RunRecord run() {
    return run;
  }

  long ok() {
    return ok;
  }

  long ko() {
    return ko;
  }
}
