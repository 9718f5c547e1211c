package io.tideline.reports.preview;

import io.tideline.reports.html.Html;
import io.tideline.reports.report.Colours.Ink;
import io.tideline.reports.report.TextTable;
import io.tideline.reports.report.TextTable.Cell;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that is shown both as text and on the page: names first, figures, a remark last.
 *
 * @param titles of the columns
 * @param rows below them
 * @param sums the last row, empty when there is none
 */
record Sheet(List<String> titles, List<List<Cell>> rows, List<String> sums) {
  private static final int WIDEST_NAME = 34;

  Sheet {
    titles = List.copyOf(titles);
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
  }

  /** A row of plain cells. */
  static List<Cell> row(String... cells) {
    return Stream.of(cells).map(Cell::of).toList();
  }

  /** The table for a terminal of {@code width} columns. */
  TextTable text(int width) {
    TextTable table = new TextTable(WIDEST_NAME, width);
    table.add(inked(titles, Ink.FAINT));
    rows.forEach(table::add);
    if (!sums.isEmpty()) {
      table.add(inked(sums, Ink.TITLE));
    }
    return table;
  }

  /** The table as HTML; a column of remarks without any is left out. */
  String html() {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead>");
    html.append(line("th", inked(titles, Ink.PLAIN))).append("</thead>\n<tbody>\n");
    rows.forEach(row -> html.append(line("td", row)).append('\n'));
    html.append("</tbody>\n");
    if (!sums.isEmpty()) {
      html.append("<tfoot>").append(line("td", inked(sums, Ink.PLAIN))).append("</tfoot>\n");
    }
    return html.append("</table></div>").toString();
  }

  private String line(String element, List<Cell> cells) {
    StringBuilder line = new StringBuilder("<tr>");
    int remark = titles.size() - 1;
    for (int i = 0; i < (hasRemarks() ? remark + 1 : remark); i++) {
      Cell cell = cells.get(i);
      line.append('<').append(element);
      line.append(i == remark ? " class=\"remark" + mark(cell.ink()) + "\">" : ">");
      line.append(Html.text(cell.text())).append("</").append(element).append('>');
    }
    return line.append("</tr>").toString();
  }

  private boolean hasRemarks() {
    return rows.stream().anyMatch(row -> !row.get(row.size() - 1).text().isEmpty());
  }

  private static String mark(Ink ink) {
    return switch (ink) {
      case BAD -> " bad";
      case GOOD -> " good";
      default -> "";
    };
  }

  private static List<Cell> inked(List<String> texts, Ink ink) {
    return texts.stream().map(text -> new Cell(text, ink)).toList();
  }
}
