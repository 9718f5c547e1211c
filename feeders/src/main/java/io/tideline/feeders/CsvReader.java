package io.tideline.feeders;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as RFC 4180 has it: commas between fields, quotes around a field that holds a comma, a
 * quote or a line end, two quotes for one inside; lines end in LF or CRLF. UTF-8, with or without a
 * byte order mark. What breaks the form is a {@link CsvFault} with its place.
 */
final class CsvReader {

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final byte[] bytes;
  private int at;
  private long line = 1;

  /** A break of the form; the reader goes on with the next line. */
  static final class CsvFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final int column;
    private final String what;

    CsvFault(long line, int column, String what) {
      super(what);
      this.line = line;
      this.column = column;
      this.what = what;
    }

    long line() {
      return line;
    }

    String what() {
      return what;
    }

    /** The number of the field. */
    int column() {
      return column;
    }
  }

  CsvReader(byte[] bytes) {
    this.bytes = bytes;
    boolean marked =
        bytes.length >= 3 && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    this.at = marked ? 3 : 0;
  }

  boolean hasNext() {
    return at < bytes.length;
  }

  /** Where in the bytes the next record begins. */
  int position() {
    return at;
  }

  long line() {
    return line;
  }

  /** Goes back or on to a record that begins at a position. */
  CsvReader seek(int position, long itsLine) {
    at = position;
    line = itsLine;
    return this;
  }

  CsvRecord next() throws CsvFault {
    long first = line;
    List<String> fields = new ArrayList<>(4);
    boolean more = true;
    while (more) {
      fields.add(
          at < bytes.length && bytes[at] == '"'
              ? quoted(fields.size() + 1)
              : plain(fields.size() + 1));
      more = at < bytes.length && bytes[at] == ',';
      if (more) {
        at++;
      }
    }
    endLine();
    return new CsvRecord(first, fields);
  }

  private String plain(int column) throws CsvFault {
    int start = at;
    while (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n') {
      if (bytes[at] == '"') {
        throw fault(column, "expected quotes around the whole field, found one inside");
      }
      at++;
    }
    boolean carriageReturn =
        at > start && bytes[at - 1] == '\r' && (at == bytes.length || bytes[at] == '\n');
    return text(start, carriageReturn ? at - 1 : at);
  }

  private String quoted(int column) throws CsvFault {
    long opened = line;
    int start = ++at;
    boolean doubled = false;
    while (at < bytes.length) {
      if (bytes[at] == '"' && at + 1 < bytes.length && bytes[at + 1] == '"') {
        doubled = true;
        at++;
      } else if (bytes[at] == '"') {
        String text = text(start, at++);
        endOfQuoted(column);
        return doubled ? text.replace("\"\"", "\"") : text;
      } else if (bytes[at] == '\n') {
        line++;
      }
      at++;
    }
    throw new CsvFault(opened, column, "expected a closing quote, found the end of the file");
  }

  private void endOfQuoted(int column) throws CsvFault {
    if (at < bytes.length && bytes[at] == '\r') {
      at++;
    }
    if (at < bytes.length && bytes[at] != ',' && bytes[at] != '\n') {
      throw fault(column, "expected a comma or the end of the line after the closing quote");
    }
  }

  /** Makes the fault, and goes to the next line. */
  private CsvFault fault(int column, String what) {
    CsvFault fault = new CsvFault(line, column, what);
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    endLine();
    return fault;
  }

  private void endLine() {
    if (at < bytes.length) {
      at++;
      line++;
    }
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
