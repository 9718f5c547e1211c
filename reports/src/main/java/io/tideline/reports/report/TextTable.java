package io.tideline.reports.report;

import io.tideline.reports.report.Colours.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of fixed width: the first column is as wide as it needs to be up to a bound, figures
 * stand to the right of theirs, and the last column, of text, ends the line.
 */
public final class TextTable {
  private static final String CUT = "...";
  private static final String GAP = "  ";

  private final List<List<Cell>> rows = new ArrayList<>();
  private final int widestLabel;
  private final int widestLine;

  /**
   * @param widestLabel bound of the first column; longer text is cut
   * @param widestLine bound of a whole line; the last column is cut to fit
   */
  public TextTable(int widestLabel, int widestLine) {
    this.widestLabel = widestLabel;
    this.widestLine = widestLine;
  }

  /** Text with a meaning. */
  public record Cell(String text, Ink ink) {
    /** Text without one. */
    public static Cell of(String text) {
      return new Cell(text, Ink.PLAIN);
    }
  }

  /** Adds a row below. */
  public void add(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The lines, without spaces at their ends. */
  public List<String> lines(Colours colours) {
    int[] widths = widths();
    return rows.stream().map(row -> line(row, widths, colours)).toList();
  }

  private int[] widths() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
    }
    if (columns > 0) {
      widths[0] = Math.min(widths[0], widestLabel);
      int others = IntStream.of(widths).limit(columns - 1L).sum() + GAP.length() * (columns - 1);
      widths[columns - 1] = Math.min(widths[columns - 1], widestLine - others);
    }
    return widths;
  }

  private static String line(List<Cell> row, int[] widths, Colours colours) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      boolean first = i == 0;
      boolean last = i == widths.length - 1;
      String text = first || last ? shortened(cell.text(), widths[i]) : cell.text();
      String space = " ".repeat(Math.max(0, widths[i] - text.length()));
      String painted = colours.paint(text, cell.ink());
      line.append(first ? "" : GAP).append(first || last ? painted + space : space + painted);
    }
    return line.toString().stripTrailing();
  }

  private static String shortened(String text, int width) {
    return text.length() <= width
        ? text
        : text.substring(0, Math.max(0, width - CUT.length())) + CUT;
  }
}
