package io.tideline.reports.preview;

import io.tideline.reports.report.Colours;
import io.tideline.reports.report.Colours.Ink;
import java.util.ArrayList;
import java.util.List;

/** The curve as text: bars of blocks, the cap where it is in sight, and the axes. */
final class TerminalPlot {
  private static final int ROWS = 12;
  private static final int ROWS_FOR_FIVE = 10;

  private final Preview preview;
  private final Glyphs glyphs;
  private final Colours colours;
  private final Ticks values;
  private final int rows;
  private final int labelWidth;
  private final Columns columns;

  TerminalPlot(Preview preview, Glyphs glyphs, Colours colours, int width) {
    this.preview = preview;
    this.glyphs = glyphs;
    this.colours = colours;
    this.values = RateAxis.of(preview);
    this.rows = ROWS % values.count() == 0 ? ROWS : ROWS_FOR_FIVE;
    this.labelWidth =
        values.values().stream().mapToInt(v -> Amounts.rate(v).length()).max().orElse(1);
    this.columns = new Columns(preview.curve(), width - labelWidth - 2);
  }

  /** The lines, without spaces at their ends. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = rows; row >= 1; row--) {
      lines.add((label(row) + cells(row)).stripTrailing());
    }
    TerminalScale scale = new TerminalScale(preview, glyphs, columns);
    String margin = " ".repeat(labelWidth + 2);
    lines.add(" ".repeat(labelWidth - 1) + "0 " + glyphs.corner() + scale.floor());
    lines.add(margin + scale.times());
    scale.phases().forEach(line -> lines.add(margin + colours.paint(line, Ink.FAINT)));
    return lines;
  }

  /** The label of the value at the upper edge of a row, if there is a mark. */
  private String label(int row) {
    boolean mark = row * values.count() % rows == 0;
    String text = mark ? Amounts.rate(values.last() * row / rows) : "";
    String space = " ".repeat(labelWidth - text.length());
    return space + text + " " + (mark ? glyphs.tick() : glyphs.axis());
  }

  /** A row's cells, runs of one colour at a time. */
  private String cells(int row) {
    StringBuilder line = new StringBuilder();
    StringBuilder run = new StringBuilder();
    Ink last = Ink.PLAIN;
    for (int column = 0; column < columns.count(); column++) {
      char cell = cell(row, column);
      Ink ink = ink(row, column, cell);
      if (ink != last) {
        line.append(colours.paint(run.toString(), last));
        run.setLength(0);
        last = ink;
      }
      run.append(cell);
    }
    return line.append(colours.paint(run.toString(), last)).toString();
  }

  private char cell(int row, int column) {
    char cell = glyphs.cell(columns.rate(column) / perRow() - (row - 1));
    boolean capRow = (int) Math.ceil(cap() / perRow()) == row;
    return cell == ' ' && capRow ? glyphs.cap() : cell;
  }

  private Ink ink(int row, int column, char cell) {
    boolean aboveCap = (row - 1) * perRow() >= cap();
    if (cell == ' ') {
      return Ink.PLAIN;
    }
    return cell == glyphs.cap() || aboveCap ? Ink.BAD : ink(columns.phase(column));
  }

  private Ink ink(int phase) {
    if (preview.phases().get(phase).warmUp()) {
      return Ink.FAINT;
    }
    return phase % 2 == 0 ? Ink.OTHER_SERIES : Ink.SERIES;
  }

  private double perRow() {
    return values.last() / rows;
  }

  private double cap() {
    return preview.plan().limits().rate();
  }
}
