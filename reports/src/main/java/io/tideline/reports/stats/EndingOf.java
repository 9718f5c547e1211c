package io.tideline.reports.stats;

import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.simlog.LogEnd;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, and what shows it.
 *
 * <p>Gatling writes no end mark, so that a log cut between two records looks whole. It is told from
 * one that is by its users: each that has started has left, and as many have started as the record
 * of starts holds. Without a record of starts a log that was cut while nobody was active passes for
 * whole. Of an interrupted run Gatling may not have written the last records: it was interrupted
 * first of all, not cut off.
 */
record EndingOf(Ending ending, String reason) {

  static EndingOf run(Path log, LogEnd end, Users users, Starts starts) {
    if (end instanceof LogEnd.Damaged) {
      return new EndingOf(Ending.DAMAGED, end.sentence(log));
    }
    if (starts instanceof Starts.Read read && read.ended(StartLog.Ending.INTERRUPTED)) {
      return new EndingOf(
          Ending.INTERRUPTED, read.file() + ": the run was interrupted before its end");
    }
    if (starts instanceof Starts.Read read && read.ended(StartLog.Ending.STOPPED)) {
      return new EndingOf(Ending.STOPPED, read.file() + ": the run was stopped before its end");
    }
    if (starts instanceof Starts.Read read && read.ended(StartLog.Ending.ABORTED)) {
      return new EndingOf(Ending.ABORTED, read.file() + ": a broken SLO or a leak ended the run");
    }
    if (!end.whole()) {
      return new EndingOf(Ending.CUT_OFF, end.sentence(log));
    }
    if (starts instanceof Starts.Unusable unusable) {
      return new EndingOf(Ending.DAMAGED, unusable.problem());
    }
    return starts instanceof Starts.Read read
        ? byStarts(log, end, users, read)
        : byUsers(log, end, users);
  }

  /** This ending, or when {@code problem} is not null that of a run whose records are damaged. */
  EndingOf unlessDamaged(@Nullable String problem) {
    return problem == null || ending == Ending.DAMAGED
        ? this
        : new EndingOf(Ending.DAMAGED, problem);
  }

  private static EndingOf byStarts(Path log, LogEnd end, Users users, Starts.Read starts) {
    if (!starts.ended(StartLog.Ending.COMPLETED)) {
      return new EndingOf(
          Ending.CUT_OFF, starts.file() + ": no end record: the generator did not end in order");
    }
    long started = starts.injection().started();
    if (users.started() < started) {
      return cut(log, end, "it has " + users.started() + " of the " + started + " users' starts");
    }
    return byUsers(log, end, users);
  }

  private static EndingOf byUsers(Path log, LogEnd end, Users users) {
    // A user who left without having come stands for nobody who is still there.
    long active =
        users.perScenario().stream()
            .mapToLong(row -> Math.max(0, row.started() - row.ended()))
            .sum();
    return active == 0
        ? new EndingOf(Ending.COMPLETED, "all " + users.started() + " users have left")
        : cut(log, end, active + " of " + users.started() + " users have not left");
  }

  private static EndingOf cut(Path log, LogEnd end, String what) {
    return new EndingOf(
        Ending.CUT_OFF, log + ": ends at byte " + end.atByte() + " although " + what);
  }
}
