package io.tideline.reports.ticket;

import java.util.List;

/**
 * Text within Markdown. Messages of a target are text of strangers: nothing in them may become a
 * heading, a link, a comment, the name of a person who is called, or the number of an issue.
 */
public final class Markdown {
  private static final String SPECIAL = "\\`*_[]|~>";

  private Markdown() {}

  /** {@code text} on one line, to be read as it stands. */
  public static String text(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.strip()
        .codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(point -> append(point, escaped));
    return escaped.toString();
  }

  private static void append(int point, StringBuilder escaped) {
    switch (point) {
      case '<' -> escaped.append("&lt;");
      case '&' -> escaped.append("&amp;");
      case '@', '#' -> escaped.appendCodePoint(point).append("<!-- -->");
      default -> {
        if (SPECIAL.indexOf(point) >= 0) {
          escaped.append('\\');
        }
        escaped.appendCodePoint(point);
      }
    }
  }

  /** A list with one item for each text; {@code otherwise} when there are none. */
  public static String list(List<String> texts, String otherwise) {
    if (texts.isEmpty()) {
      return text(otherwise) + "\n";
    }
    StringBuilder list = new StringBuilder();
    texts.forEach(text -> list.append("- ").append(text(text)).append('\n'));
    return list.toString();
  }

  /** A block of code that shows {@code code} as it stands. */
  public static String block(String code) {
    String fence = "```";
    while (code.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + code + "\n" + fence + "\n";
  }
}
