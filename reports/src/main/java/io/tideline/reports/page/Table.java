package io.tideline.reports.page;

import io.tideline.reports.html.Html;
import java.util.BitSet;
import java.util.List;

/** A table as HTML; its columns can be sorted by where the page's script runs. */
final class Table {
  private final List<String> titles;
  private final StringBuilder rows = new StringBuilder();

  /** Columns of figures, whose titles stand to the right as they do. */
  private final BitSet figures = new BitSet();

  private final String kind;

  /**
   * @param kind its CSS classes: {@code sortable}, {@code stack} for one that a narrow screen shows
   *     as cards
   */
  Table(String kind, List<String> titles) {
    this.kind = kind;
    this.titles = List.copyOf(titles);
  }

  /** Adds a row; {@code attributes} of its element are HTML already, or empty. */
  Table row(String attributes, List<Cell> cells) {
    rows.append(attributes.isEmpty() ? "<tr>" : "<tr " + attributes + ">");
    for (int i = 0; i < cells.size(); i++) {
      cell(cells.get(i), titles.get(i), i == 0 ? "th scope=\"row\"" : "td");
      figures.set(i, figures.get(i) || cells.get(i).isFigure());
    }
    rows.append("</tr>\n");
    return this;
  }

  Table row(List<Cell> cells) {
    return row("", cells);
  }

  private void cell(Cell cell, String title, String element) {
    rows.append('<').append(element);
    attribute("class", cell.kind());
    attribute("data-v", cell.sort());
    attribute("data-label", Html.text(title));
    rows.append('>').append(cell.html());
    rows.append("</").append(element, 0, 2).append('>');
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      rows.append(' ').append(name).append("=\"").append(value).append('"');
    }
  }

  String html() {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"" + kind + "\">");
    html.append("<thead><tr>");
    for (int i = 0; i < titles.size(); i++) {
      html.append(figures.get(i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      html.append(Html.text(titles.get(i))).append("</th>");
    }
    return html.append("</tr></thead>\n<tbody>\n")
        .append(rows)
        .append("</tbody></table></div>\n")
        .toString();
  }
}
