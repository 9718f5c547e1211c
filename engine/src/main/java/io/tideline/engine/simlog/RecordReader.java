package io.tideline.engine.simlog;

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

  /** How many the run has; -1 before its record was read. */
  private int scenarios = -1;

  private int lastMillis;

  RecordReader(
      ByteCursor cursor,
      StringTable strings,
      RunRecordReader runReader,
      SimulationLogListener listener) {
    this.cursor = cursor;
    this.strings = strings;
    this.fields = new RecordFields(cursor, strings);
    this.runReader = runReader;
    this.listener = listener;
  }

  /** Reads the record that begins at the cursor, and tells the listener once it is whole. */
  void read() throws RecordCutShort, MalformedRecord, UnsupportedGatlingException {
    byte type = cursor.nextByte();
    if (scenarios < 0) {
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
    scenarios = run.scenarios().size();
    listener.run(run);
  }

  private void readRequest() throws RecordCutShort, MalformedRecord {
    int depth = readGroups();
    int name = fields.cached();
    int start = fields.millis();
    int end = fields.end(start);
    boolean ok = fields.flag();
    String message = fields.message();
    request.at(paths.child(pathOf(depth), name, strings), start, end);
    request.outcome(ok, message);
    lastMillis = end;
    listener.request(request);
  }

  private void readUser() throws RecordCutShort, MalformedRecord {
    int scenario = fields.count("scenario", scenarios - 1);
    boolean start = fields.flag();
    lastMillis = fields.millis();
    listener.user(scenario, start, lastMillis);
  }

  private void readGroup() throws RecordCutShort, MalformedRecord {
    int depth = readGroups();
    int start = fields.millis();
    int end = fields.end(start);
    int response = fields.anyNumber();
    boolean ok = fields.flag();
    group.at(pathOf(depth), start, end);
    group.outcome(ok, response);
    lastMillis = end;
    listener.group(group);
  }

  private void readError() throws RecordCutShort, MalformedRecord {
    String message = fields.message();
    // Where Gatling lost the message it lost the time that follows it.
    boolean lost = message.equals(RecordFields.LOST_MESSAGE);
    lastMillis = lost ? lastMillis : fields.millis();
    listener.error(message, lastMillis);
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
