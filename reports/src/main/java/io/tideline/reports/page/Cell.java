package io.tideline.reports.page;

import io.tideline.reports.html.Html;

/**
 * A cell of a table.
 *
 * @param html its content
 * @param sort by which rows are sorted; empty to sort by the text
 * @param kind its CSS classes
 */
record Cell(String html, String sort, String kind) {
  private static final String FIGURE = "n";

  static Cell text(String text) {
    return new Cell(Html.text(text), "", "");
  }

  static Cell figure(String shown, double sort) {
    return new Cell(Html.text(shown), Words.plain(sort), FIGURE);
  }

  static Cell figure(String shown) {
    return new Cell(Html.text(shown), "", FIGURE);
  }

  static Cell unknown() {
    return new Cell(Words.UNKNOWN, "-1", FIGURE + " faint");
  }

  boolean isFigure() {
    return kind.startsWith(FIGURE) && !html.equals(Words.UNKNOWN);
  }

  static Cell html(String html) {
    return new Cell(html, "", "");
  }

  Cell sortedBy(double value) {
    return new Cell(html, Words.plain(value), kind);
  }

  Cell as(String moreKind) {
    return new Cell(html, sort, kind.isEmpty() ? moreKind : kind + " " + moreKind);
  }
}
