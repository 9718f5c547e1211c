package io.tideline.engine.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The corners of a rate curve in a CSV file, such as a day's load from monitoring: on each line a
 * time and a level, in any unit of time, in order. Empty lines, lines that begin with {@code #} and
 * a first line of names are passed over.
 */
final class CurveFile {
  private final Path file;
  private final List<double[]> points = new ArrayList<>();

  private CurveFile(Path file) {
    this.file = file;
  }

  /**
   * The corners as pairs of time and level.
   *
   * @throws IOException when the file cannot be read, or with file and line when a line is no
   *     corner
   */
  static List<double[]> read(Path file) throws IOException {
    CurveFile curve = new CurveFile(file);
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": cannot be read");
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      curve.take(line.strip(), ++number);
    }
    return List.copyOf(curve.points);
  }

  private void take(String line, int number) throws IOException {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    String[] fields = line.split("[,;\t]", -1);
    boolean names = points.isEmpty() && fields[0].chars().anyMatch(Character::isLetter);
    if (names) {
      return;
    }
    try {
      if (fields.length == 2) {
        points.add(
            new double[] {
              Double.parseDouble(fields[0].strip()), Double.parseDouble(fields[1].strip())
            });
        return;
      }
    } catch (NumberFormatException e) {
      throw new IOException(place(number) + "\"" + line + "\" holds what is no number", e);
    }
    throw new IOException(
        place(number) + "\"" + line + "\" is no time and level, such as 3600,0.8");
  }

  private String place(int number) {
    return file + ":" + number + ": ";
  }
}
