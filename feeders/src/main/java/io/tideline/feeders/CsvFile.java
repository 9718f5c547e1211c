package io.tideline.feeders;

import io.tideline.feeders.CsvReader.CsvFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header line, read row by row; what is wrong goes to the problems. */
final class CsvFile {

  private final Path path;
  private final List<String> header;
  private final Problems problems;
  private final byte[] bytes;

  /** What to do with a row that has as many fields as the header. */
  @FunctionalInterface
  interface RowReader {

    /**
     * Takes a row.
     *
     * @param position where in the bytes it begins
     */
    void row(CsvRow row, int position);
  }

  CsvFile(Path path, List<String> header, Problems problems) throws FeederException {
    this.path = path;
    this.header = header;
    this.problems = problems;
    this.bytes = bytes(path);
  }

  static byte[] bytes(Path path) throws FeederException {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new FeederException(path + ": expected a feeder file, found none", e);
    } catch (IOException e) {
      throw new FeederException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** Reads all rows. */
  void read(RowReader rows) {
    CsvReader reader = new CsvReader(bytes);
    if (!headerFits(reader)) {
      return;
    }
    long good = 0;
    while (reader.hasNext()) {
      int position = reader.position();
      CsvRecord read = next(reader);
      if (read != null && hasAllFields(read)) {
        rows.row(new CsvRow(path, read, header, problems), position);
        good++;
      }
    }
    if (good == 0) {
      problems.add(path, 2, 1, "expected at least one row after the header, found none");
    }
  }

  private boolean headerFits(CsvReader reader) {
    CsvRecord found = reader.hasNext() ? next(reader) : new CsvRecord(1, List.of());
    if (found != null && found.fields().equals(header)) {
      return true;
    }
    String given =
        found == null || found.fields().isEmpty()
            ? "an empty file"
            : "'" + String.join(",", found.fields()) + "'";
    problems.add(
        path, 1, 1, "expected the header '" + String.join(",", header) + "', found " + given);
    return false;
  }

  private @Nullable CsvRecord next(CsvReader reader) {
    try {
      return reader.next();
    } catch (CsvFault e) {
      problems.add(path, e.line(), e.column(), e.what());
      return null;
    }
  }

  private boolean hasAllFields(CsvRecord read) {
    int found = read.fields().size();
    if (found == header.size()) {
      return true;
    }
    String missing = found < header.size() ? "; " + header.get(found) + " is missing" : "";
    int column = Math.min(found, header.size()) + 1;
    problems.add(
        path,
        read.line(),
        column,
        "expected "
            + header.size()
            + " fields ("
            + String.join(",", header)
            + "), found "
            + found
            + missing);
    return false;
  }
}
