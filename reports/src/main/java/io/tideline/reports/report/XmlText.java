package io.tideline.reports.report;

import java.util.Locale;

/**
 * Text within XML. What XML 1.0 cannot hold, not even as a reference (most control characters,
 * halves of surrogate pairs), is written out as it would be in Java, {@code &#92;u0001}: nothing is
 * lost, and no parser stumbles.
 */
final class XmlText {
  private XmlText() {}

  /** {@code text} for an element's content or for an attribute in double quotes. */
  static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(point, xml));
    return xml.toString();
  }

  private static void append(int point, StringBuilder xml) {
    switch (point) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      case '\t', '\n', '\r' -> xml.append("&#").append(point).append(';');
      default -> {
        if (allowed(point)) {
          xml.appendCodePoint(point);
        } else {
          xml.append(String.format(Locale.ROOT, "\\u%04x", point));
        }
      }
    }
  }

  /** The production {@code Char} of XML 1.0, without what XML discourages: C1 controls. */
  private static boolean allowed(int point) {
    boolean control = point < 0x20 || (point >= 0x7f && point <= 0x9f);
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    return !control && !surrogate && point != 0xfffe && point != 0xffff;
  }
}
