package io.tideline.reports.html;

/** Text within HTML that is well-formed XML too. */
public final class Html {
  private Html() {}

  /** {@code text} as the content of an element or of an attribute in double quotes. */
  public static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(point -> escaped.append(escaped(point)));
    return escaped.toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> isAllowed(point) ? Character.toString(point) : "\ufffd";
    };
  }

  /** Whether XML 1.0 has the character. */
  private static boolean isAllowed(int point) {
    boolean blank = point == '\t' || point == '\n' || point == '\r';
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return blank || (point >= ' ' && !surrogate && point != 0xFFFE && point != 0xFFFF);
  }

  /** {@code text} in an element. */
  public static String element(String name, String text) {
    return "<" + name + ">" + text(text) + "</" + name + ">";
  }
}
