package io.tideline.engine.simlog;

import io.tideline.engine.simlog.ImpossibleTimes.Kind;
import java.util.List;

/** Reads one record after the other from a cursor, in the format that the parser describes. */
final class RecordReader {
  private static final int DEEPEST_GROUP = 64;

  private final ByteCursor cursor;
  private final StringTable strings;
  private final RecordFields fields;
  private final RunRecordReader runReader;
  private final SimulationLogListener listener;
  private final PathTable paths = new PathTable();
  private final int[] groups = new int[DEEPEST_GROUP];
  private final RequestRecord request = new RequestRecord();
  private final GroupRecord group = new GroupRecord();

  private final LogTime time = new LogTime();
  private final boolean asWritten;
  private boolean begun;
  private List<String> scenarios = List.of();

  /**
   * The end with which Gatling writes a message that nobody waited for: {@code Long.MIN_VALUE} on
   * the log's clock, of which an int keeps the lower half.
   */
  private int unmatchedEnd;

  private int lastMillis;

  /**
   * @param asWritten whether times are told as they stand, however impossible
   */
  RecordReader(
      ByteCursor cursor,
      StringTable strings,
      RunRecordReader runReader,
      SimulationLogListener listener,
      boolean asWritten) {
    this.asWritten = asWritten;
    this.cursor = cursor;
    this.strings = strings;
    this.fields = new RecordFields(cursor, strings);
    this.runReader = runReader;
    this.listener = listener;
  }

  /** Reads the record that begins at the cursor, and tells the listener once it is whole. */
  void read() throws RecordCutShort, MalformedRecord, UnsupportedGatlingException {
    byte type = cursor.nextByte();
    if (!begun) {
      readRun(type);
      return;
    }
    switch (type) {
      case RecordType.REQUEST -> readRequest();
      case RecordType.USER -> readUser();
      case RecordType.GROUP -> readGroup();
      case RecordType.ERROR -> readError();
      default ->
          throw new MalformedRecord(
              cursor.position() - Byte.BYTES,
              type == RecordType.RUN ? "a second run record" : "unknown record type " + type);
    }
  }

  private void readRun(byte type)
      throws RecordCutShort, MalformedRecord, UnsupportedGatlingException {
    if (type != RecordType.RUN) {
      runReader.refuseText();
      throw new MalformedRecord(
          cursor.position() - Byte.BYTES,
          "record type " + type + " first; no simulation.log of Gatling 3.13 or later");
    }
    RunRecord run = runReader.read();
    fields.longestString(GatlingVersions.longestString(run.gatlingVersion()));
    begun = true;
    scenarios = run.scenarios();
    unmatchedEnd = (int) (Long.MIN_VALUE - run.startEpochMillis());
    listener.run(run);
  }

  private void readRequest() throws RecordCutShort, MalformedRecord {
    int depth = readGroups();
    int name = fields.cached();
    int start = fields.millis();
    int end = fields.millis();
    boolean ok = fields.flag();
    String message = fields.message();
    request.at(paths.child(pathOf(depth), name, strings), start, end);
    request.outcome(ok, message);
    if (end == unmatchedEnd && end != start && ok && message.isEmpty()) {
      listener.unmatchedMessage(request);
    } else if (asWritten) {
      listener.request(request);
    } else if (start < 0 || end < start || end - start > LogTime.LONGEST_REQUEST_MILLIS) {
      refuse(request);
    } else if (time.follows(end)) {
      lastMillis = end;
      listener.request(request);
    } else {
      RequestRecord copy = request.copy();
      time.await(end, message.length(), () -> listener.request(copy), () -> refuse(copy));
    }
  }

  private void refuse(RequestRecord record) {
    int start = record.startMillis();
    impossible(Kind.REQUEST, record.path().toString(), start, record.endMillis(), record.ok());
  }

  private void impossible(Kind kind, String name, int start, int end, boolean ok) {
    listener.impossibleTimes(new ImpossibleTimes(kind, name, start, end, ok));
  }

  private void readUser() throws RecordCutShort, MalformedRecord {
    int scenario = fields.count("scenario", scenarios.size() - 1);
    boolean start = fields.flag();
    int millis = fields.millis();
    if (asWritten || millis >= 0 && time.follows(millis)) {
      lastMillis = millis;
      listener.user(scenario, start, millis);
    } else if (millis < 0) {
      refuseUser(scenario, start, millis);
    } else {
      time.await(
          millis,
          0,
          () -> listener.user(scenario, start, millis),
          () -> refuseUser(scenario, start, millis));
    }
  }

  /** Whenever it was, the user came or left. */
  private void refuseUser(int scenario, boolean start, int millis) {
    String name = scenarios.get(scenario) + (start ? " start" : " end");
    impossible(Kind.USER, name, millis, millis, true);
    listener.user(scenario, start, time.latest());
  }

  private void readGroup() throws RecordCutShort, MalformedRecord {
    int depth = readGroups();
    int start = fields.millis();
    int end = fields.millis();
    int response = fields.anyNumber();
    boolean ok = fields.flag();
    group.at(pathOf(depth), start, end);
    group.outcome(ok, response);
    if (asWritten) {
      listener.group(group);
    } else if (start < 0 || end < start) {
      refuse(group);
    } else if (time.follows(end)) {
      lastMillis = end;
      listener.group(group);
    } else {
      GroupRecord copy = group.copy();
      time.await(end, 0, () -> listener.group(copy), () -> refuse(copy));
    }
  }

  private void refuse(GroupRecord record) {
    int start = record.startMillis();
    impossible(Kind.GROUP, record.path().toString(), start, record.endMillis(), record.ok());
  }

  private void readError() throws RecordCutShort, MalformedRecord {
    String message = fields.message();
    // Where Gatling lost the message it lost the time that follows it.
    boolean lost = message.equals(RecordFields.LOST_MESSAGE);
    int millis = lost ? lastMillis : fields.millis();
    if (asWritten || millis >= 0 && time.follows(millis)) {
      lastMillis = millis;
      listener.error(message, millis);
    } else if (millis < 0) {
      refuseError(message, millis);
    } else {
      time.await(
          millis,
          message.length(),
          () -> listener.error(message, millis),
          () -> refuseError(message, millis));
    }
  }

  /** Whenever it was, the request failed. */
  private void refuseError(String message, int millis) {
    impossible(Kind.ERROR, message, millis, millis, false);
    listener.error(message, time.latest());
  }

  /** Tells all that waits for what comes after it: nothing comes. */
  void end() {
    time.end();
  }

  private int readGroups() throws RecordCutShort, MalformedRecord {
    int depth = fields.count("number of groups", DEEPEST_GROUP);
    for (int i = 0; i < depth; i++) {
      groups[i] = fields.cached();
    }
    return depth;
  }

  private LogPath pathOf(int depth) {
    LogPath path = LogPath.ROOT;
    for (int i = 0; i < depth; i++) {
      path = paths.child(path, groups[i], strings);
    }
    return path;
  }
}
