package io.tideline.feeders;

import java.nio.file.Path;
import java.util.List;

/**
 * A row whose fields are read one by one; what is wrong goes to the problems, and the reader gets
 * something harmless.
 */
final class CsvRow {

  private final Path path;
  private final CsvRecord read;
  private final List<String> header;
  private final Problems problems;
  private boolean good = true;

  CsvRow(Path path, CsvRecord read, List<String> header, Problems problems) {
    this.path = path;
    this.read = read;
    this.header = header;
    this.problems = problems;
  }

  long line() {
    return read.line();
  }

  /** Whether all fields read so far were right. */
  boolean good() {
    return good;
  }

  /** The field of a column, which must hold something. */
  String text(int column) {
    String text = read.fields().get(column);
    if (text.isBlank()) {
      String name = header.get(column);
      problem(column, "expected " + article(name) + " " + name + ", found an empty field");
    }
    return text;
  }

  long number(int column, long least, long most) {
    String text = read.fields().get(column);
    if (text.matches("-?\\d{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problem(
        column, "expected a whole number from " + least + " to " + most + ", found '" + text + "'");
    return least;
  }

  boolean flag(int column) {
    String text = read.fields().get(column);
    if (!text.equals("true") && !text.equals("false")) {
      problem(column, "expected true or false, found '" + text + "'");
    }
    return text.equals("true");
  }

  void problem(int column, String what) {
    good = false;
    problems.add(path, read.line(), column + 1, what);
  }

  private static String article(String name) {
    return "aeiou".indexOf(name.charAt(0)) >= 0 ? "an" : "a";
  }
}
