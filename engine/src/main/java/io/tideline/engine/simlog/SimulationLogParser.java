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
 *   times    milliseconds since the run's start: (int) (instant - start), of any instant at all
 * </pre>
 *
 * <p>A message of a server that no check waited for stands there as a request, OK and without a
 * message, whose end is (int) (Long.MIN_VALUE - start). Times that cannot be true are no damage:
 * see {@link SimulationLogListener#impossibleTimes}.
 */
public final class SimulationLogParser {
  /** A record longer than this is taken for damage. */
  static final int LONGEST_RECORD = 1 << 22;

  private final ByteCursor cursor = new ByteCursor();
  private final StringTable strings = new StringTable();
  private final RecordReader reader;

  private long records;
  private long consumed;
  private LogEnd.@Nullable Damaged damage;

  /**
   * @param source name of the log in errors
   * @param listener is told the records
   */
  public SimulationLogParser(String source, SimulationLogListener listener) {
    this(source, listener, false);
  }

  /**
   * @param asWritten whether times are told as they stand in the log, however impossible
   */
  SimulationLogParser(String source, SimulationLogListener listener, boolean asWritten) {
    RunRecordReader runReader = new RunRecordReader(source, new RecordFields(cursor, strings));
    this.reader = new RecordReader(cursor, strings, runReader, listener, asWritten);
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
        reader.read();
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

  /** Tells the records whose times needed those of later ones to be believed: no more will come. */
  public void finish() {
    reader.end();
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
}
