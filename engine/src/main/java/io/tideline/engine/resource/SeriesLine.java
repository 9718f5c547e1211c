package io.tideline.engine.resource;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of Prometheus' text format 0.0.4 from left to right: {@code name{label="value"} 12
 * 1700000000000}. What stands behind the value, a timestamp or an exemplar, is passed over.
 */
final class SeriesLine {
  private final String line;
  private int at;

  SeriesLine(String line) {
    this.line = line;
  }

  /** The name of the metric, with which a line begins; empty for a line that has none. */
  String name() {
    skipBlanks();
    int from = at;
    while (at < line.length() && isName(line.charAt(at), at == from)) {
      at++;
    }
    return line.substring(from, at);
  }

  /** What follows the name; null when that is no series. */
  @Nullable Series rest(String name) {
    Map<String, String> labels = new HashMap<>();
    skipBlanks();
    if (has('{') && !readLabels(labels)) {
      return null;
    }
    skipBlanks();
    int from = at;
    while (at < line.length() && !isBlank(line.charAt(at))) {
      at++;
    }
    Double value = number(line.substring(from, at));
    return value == null || name.isEmpty() ? null : new Series(name, labels, value);
  }

  private boolean readLabels(Map<String, String> labels) {
    at++;
    skipBlanks();
    while (!has('}')) {
      if (!readLabel(labels)) {
        return false;
      }
      skipBlanks();
      if (has(',')) {
        at++;
        skipBlanks();
      } else if (!has('}')) {
        return false;
      }
    }
    at++;
    return true;
  }

  private boolean readLabel(Map<String, String> labels) {
    String label = name();
    skipBlanks();
    if (label.isEmpty() || !has('=')) {
      return false;
    }
    at++;
    skipBlanks();
    if (!has('"')) {
      return false;
    }
    at++;
    String value = quoted();
    return value != null && labels.put(label, value) == null;
  }

  /** Up to the closing quote; null when there is none. */
  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\' && at < line.length()) {
        char escaped = line.charAt(at++);
        value.append(escaped == 'n' ? "\n" : unescaped(escaped));
      } else {
        value.append(c);
      }
    }
    return null;
  }

  private static String unescaped(char c) {
    return c == '\\' || c == '"' ? String.valueOf(c) : "\\" + c;
  }

  private static @Nullable Double number(String text) {
    switch (text) {
      case "NaN":
        return Double.NaN;
      case "Inf", "+Inf":
        return Double.POSITIVE_INFINITY;
      case "-Inf":
        return Double.NEGATIVE_INFINITY;
      default:
        return decimal(text);
    }
  }

  private static @Nullable Double decimal(String text) {
    boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
    if (text.isEmpty() || !plain) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private boolean has(char c) {
    return at < line.length() && line.charAt(at) == c;
  }

  private void skipBlanks() {
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isName(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
    return letter || (!first && c >= '0' && c <= '9');
  }
}
