package io.tideline.engine.live;

import io.tideline.engine.schedule.LateLog;
import io.tideline.engine.schedule.LateLog.LateRequest;
import io.tideline.engine.schedule.LateLogFollower;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Lets the SLOs of a run know which of its requests were those of users who started late, so that
 * their times count from the intended start, as in the verdict. Gatling's log is behind the record
 * of these requests: each waits until the log has got past it, so there are no more of them than
 * the log is behind. One thread at a time.
 */
final class LateRequests implements SimulationLogListener {
  private final SloLedger ledger;
  private final LateLogFollower follower;
  private final Deque<LateRequest> waiting = new ArrayDeque<>();
  private long startEpochMillis;

  /**
   * @param file the run's record of late requests, which need not be there
   * @param ledger is told those that succeeded
   */
  LateRequests(Path file, SloLedger ledger) {
    this.ledger = ledger;
    this.follower = new LateLogFollower(file, this::noted);
  }

  /** The record for a subject. */
  static LateRequests of(LiveSubject subject, SloLedger ledger) {
    return new LateRequests(subject.record(LateLog.FILE_NAME), ledger);
  }

  /** Failed requests are judged by their number alone. */
  private void noted(LateRequest request) {
    if (request.ok() && request.millis() >= 0) {
      waiting.add(request);
    }
  }

  @Override
  public void run(RunRecord run) {
    startEpochMillis = run.startEpochMillis();
    waiting.clear();
    follower.startOver();
  }

  /**
   * Reads on, and tells of the requests that ended before an instant of the log's clock.
   *
   * @throws IOException when the record is none
   */
  void tellUntil(long logMillis) throws IOException {
    follower.poll();
    for (Iterator<LateRequest> each = waiting.iterator(); each.hasNext(); ) {
      LateRequest request = each.next();
      long begin = request.beginEpochMillis() - startEpochMillis;
      if (begin + request.millis() < logMillis) {
        ledger.late(request, begin);
        each.remove();
      }
    }
  }
}
