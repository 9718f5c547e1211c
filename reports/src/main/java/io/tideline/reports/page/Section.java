package io.tideline.reports.page;

import io.tideline.reports.html.Html;

/** Parts that several sections of a page are made of. */
final class Section {
  private Section() {}

  static String of(String id, String title, String html) {
    return "<section id=\"" + id + "\"><h2>" + Html.text(title) + "</h2>\n" + html + "</section>\n";
  }

  static String paragraph(String text) {
    return Html.element("p", text) + "\n";
  }

  static String note(String text) {
    return "<p class=\"faint\">" + Html.text(text) + "</p>\n";
  }

  static String title(String text) {
    return Html.element("h3", text) + "\n";
  }

  /** Where the script draws a chart; hidden until it does. */
  static String chart(String id, String caption) {
    return "<figure class=\"chart\" hidden><figcaption>"
        + Html.text(caption)
        + "</figcaption><div id=\"chart-"
        + id
        + "\" data-chart=\""
        + id
        + "\" role=\"img\" aria-label=\""
        + Html.text(caption)
        + "\"></div></figure>\n";
  }

  /** A figure that stands out. */
  static String card(String name, String value, String remark) {
    return "<div><dt>"
        + Html.text(name)
        + "</dt><dd>"
        + Html.text(value)
        + "</dd>"
        + (remark.isEmpty() ? "" : "<dd class=\"faint\">" + Html.text(remark) + "</dd>")
        + "</div>\n";
  }
}
