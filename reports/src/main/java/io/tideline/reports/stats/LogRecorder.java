package io.tideline.reports.stats;

import io.tideline.engine.simlog.GroupRecord;
import io.tideline.engine.simlog.ImpossibleTimes;
import io.tideline.engine.simlog.ImpossibleTimes.Kind;
import io.tideline.engine.simlog.RequestRecord;
import io.tideline.engine.simlog.RunRecord;
import io.tideline.engine.simlog.SimulationLogListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the records of a simulation.log, in memory that does not grow with their number. */
final class LogRecorder implements SimulationLogListener {
  private final PhaseClock clock;
  private final @Nullable Long firstInstantEpochMillis;
  private final RequestTable requests;
  private final RequestTable passes;
  private final ErrorTable errors = new ErrorTable();
  private final UnsentRequests unsent;
  private final TimeLineRecorder timeLine = new TimeLineRecorder();

  private @Nullable RunRecord run;
  private long[] usersStarted = {};
  private long[] usersEnded = {};
  private final long[] startedInPhase;

  /** The run's first instant on the log's clock. */
  private long originMillis;

  private long lastMillis;

  private final StartSamples starts = new StartSamples();
  private long unmatchedMessages;
  private final long[] impossible = new long[Kind.values().length];
  private long failedImpossible;
  private @Nullable String firstImpossible;

  /**
   * @param clock tells the phase of an instant
   * @param firstInstantEpochMillis wall clock at the run's first instant; null for the log's own
   */
  LogRecorder(PhaseClock clock, @Nullable Long firstInstantEpochMillis) {
    this.clock = clock;
    this.startedInPhase = new long[clock.phases()];
    this.firstInstantEpochMillis = firstInstantEpochMillis;
    this.requests = new RequestTable(clock.phases());
    this.passes = new RequestTable(clock.phases());
    this.unsent = new UnsentRequests(requests, errors);
  }

  @Override
  public void run(RunRecord record) {
    run = record;
    usersStarted = new long[record.scenarios().size()];
    usersEnded = new long[record.scenarios().size()];
    if (firstInstantEpochMillis != null) {
      originMillis = firstInstantEpochMillis - record.startEpochMillis();
    }
  }

  @Override
  public void request(RequestRecord request) {
    int phase = clock.at(request.startMillis() - originMillis);
    Sample sample = requests.of(request.path(), phase);
    int duration = request.endMillis() - request.startMillis();
    seen(request.endMillis());
    timeLine.request(request.path(), request.endMillis() - originMillis, duration, request.ok());
    if (request.ok()) {
      sample.succeeded(duration);
      return;
    }
    sample.failed(duration);
    RequestKey key = RequestTable.keyOf(request.path());
    errors.add(request.message(), key, phase, request.endMillis() - originMillis);
  }

  @Override
  public void group(GroupRecord group) {
    seen(group.endMillis());
    if (group.path().names().size() != 1) {
      return;
    }
    int phase = clock.at(group.startMillis() - originMillis);
    Sample sample = passes.of(group.path(), phase);
    int duration = group.endMillis() - group.startMillis();
    if (group.ok()) {
      sample.succeeded(duration);
    } else {
      sample.failed(duration);
    }
  }

  @Override
  public void user(int scenario, boolean start, int millis) {
    seen(millis);
    timeLine.user(start, millis - originMillis);
    if (start) {
      usersStarted[scenario]++;
      starts.add(millis - originMillis);
      startedInPhase[clock.at(millis - originMillis)]++;
    } else {
      usersEnded[scenario]++;
    }
  }

  @Override
  public void error(String message, int millis) {
    seen(millis);
    long relative = millis - originMillis;
    unsent.add(message, clock.at(relative), relative);
  }

  @Override
  public void unmatchedMessage(RequestRecord message) {
    unmatchedMessages++;
  }

  @Override
  public void impossibleTimes(ImpossibleTimes record) {
    impossible[record.kind().ordinal()]++;
    failedImpossible += record.kind() == Kind.REQUEST && !record.ok() ? 1 : 0;
    if (firstImpossible == null) {
      firstImpossible = record.sentence();
    }
  }

  /**
   * What the log holds besides.
   *
   * @param clock how it agrees with the run's other records; null when nothing tells
   */
  LogFacts facts(LogFacts.@Nullable Clock clock) {
    return new LogFacts(
        unmatchedMessages,
        new LogFacts.Impossible(
            impossible[Kind.REQUEST.ordinal()],
            failedImpossible,
            impossible[Kind.GROUP.ordinal()],
            impossible[Kind.USER.ordinal()],
            impossible[Kind.ERROR.ordinal()],
            firstImpossible),
        clock);
  }

  /** When users started, in milliseconds since the run's first instant. */
  StartSamples starts() {
    return starts;
  }

  /** To be called once when all records have been told, before anything is asked for. */
  void finish(LateRecorder late) {
    unsent.settle();
    late.applyTo(requests);
  }

  TimeLine timeLine(@Nullable ArrivalCounts arrivals) {
    return timeLine.timeLine(arrivals);
  }

  @Nullable RunRecord run() {
    return run;
  }

  RequestTable requests() {
    return requests;
  }

  /** Passes through the outermost groups: their rows have the group's name, and no journey. */
  RequestTable passes() {
    return passes;
  }

  List<ErrorRow> errors() {
    return errors.rows(clock);
  }

  /** The last instant of any record, in milliseconds since the run's first instant. */
  long endMillis() {
    return Math.max(0, lastMillis - originMillis);
  }

  Users users() {
    return UserCounts.of(run == null ? List.of() : run.scenarios(), usersStarted, usersEnded);
  }

  /** Users that started in a phase. */
  long usersStarted(int phase) {
    return startedInPhase[phase];
  }

  private void seen(int millis) {
    lastMillis = Math.max(lastMillis, millis);
  }
}
