package io.tideline.engine.simlog;

import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a simulation.log into records, wherever the bytes come from: whole records in,
 * calls of the listener out, and what is left of an incomplete record is handed in again with more
 * bytes behind it. No allocation per record; memory grows with distinct names and messages alone,
 * and is bounded. One thread at a time.
 *
 * <p>The format, big-endian, as written by the Gatlings in {@link GatlingVersions}:
 *
 * <pre>
 *   run      0  string version, string class, long start, string description,
 *               int n, n * string scenario, int n, n * (int length, bytes) assertion
 *   request  1  path, cached name, int start, int end, flag ok, cached message
 *   user     2  int scenario, flag start, int time
 *   group    3  path, int start, int end, int response time, flag ok
 *   error    4  cached message, int time
 *
 *   string   int length; unless it is 0: bytes, byte coder (0 Latin-1, 1 UTF-16)
 *   cached   int index: the next unused one from 1, and a string; or the negative of an earlier one
 *   path     int n, n * cached group, outermost first
 *   times    milliseconds since the run's start
 * </pre>
 */
public final class SimulationLogParser {
  /** A record longer than this is taken for damage. */
  static final int LONGEST_RECORD = 1 << 22;

  private static final int DEEPEST_GROUP = 64;

  private final SimulationLogListener listener;
  private final ByteCursor cursor = new ByteCursor();
  private final StringTable strings = new StringTable();
  private final RecordFields fields = new RecordFields(cursor, strings);
  private final RunRecordReader runReader;
  private final PathTable paths = new PathTable();
  private final int[] groups = new int[DEEPEST_GROUP];
  private final RequestRecord request = new RequestRecord();
  private final GroupRecord group = new GroupRecord();

  private int scenarios = -1;
  private long records;
  private long consumed;
  private int lastMillis;
  private LogEnd.@Nullable Damaged damage;

  /**
   * @param source name of the log in errors
   * @param listener is told the records
   */
  public SimulationLogParser(String source, SimulationLogListener listener) {
    this.listener = listener;
    this.runReader = new RunRecordReader(source, fields);
  }

  /**
   * Tells the listener every whole record in {@code bytes} from {@code from} to {@code to}. Bytes
   * that were not taken must come again, first of all, in the next call. After damage no byte is
   * taken any more.
   *
   * @return number of bytes taken
   * @throws UnsupportedGatlingException when the log names a version that cannot be read
   */
  public int parse(byte[] bytes, int from, int to) throws UnsupportedGatlingException {
    int whole = from;
    cursor.on(bytes, from, to);
    while (damage == null && !cursor.atEnd()) {
      int introduced = strings.next();
      try {
        readRecord();
        whole = cursor.position();
        records++;
      } catch (RecordCutShort needsMore) {
        strings.backTo(introduced);
        if (to - whole > LONGEST_RECORD) {
          damaged(consumed + whole - from, "a record of more than " + LONGEST_RECORD + " bytes");
        }
        break;
      } catch (MalformedRecord malformed) {
        damaged(consumed + malformed.offset() - from, malformed.what());
      }
    }
    consumed += whole - from;
    return whole - from;
  }

  /** Whether something was found that Gatling cannot have written. */
  public boolean isDamaged() {
    return damage != null;
  }

  /**
   * How the log ended, if it has ended.
   *
   * @param length its length in bytes
   */
  public LogEnd end(long length) {
    if (damage != null) {
      return damage;
    }
    return records > 0 && consumed == length
        ? new LogEnd.WholeRecords(records, length)
        : new LogEnd.CutOff(records, consumed, length);
  }

  private void damaged(long atByte, String what) {
    damage = new LogEnd.Damaged(records, atByte, what);
  }

  private void readRecord() throws RecordCutShort, MalformedRecord, UnsupportedGatlingException {
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
      throw new MalformedRecord(
          cursor.position() - Byte.BYTES,
          "record type " + type + " first; no simulation.log of Gatling 3.13 or later");
    }
    RunRecord run = runReader.read();
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
    int response = fields.millis();
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
