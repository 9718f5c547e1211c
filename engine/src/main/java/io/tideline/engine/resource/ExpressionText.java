package io.tideline.engine.resource;

import java.util.List;

/** The text of an expression, read from left to right; blanks between its parts do not count. */
final class ExpressionText {
  private static final char END = '\0';

  private final String text;
  private int at;

  ExpressionText(String text) {
    this.text = text;
  }

  /** The character that comes next, or 0 at the end. */
  char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  boolean isAtEnd() {
    return next() == END;
  }

  char take() {
    char c = next();
    at++;
    return c;
  }

  void expect(char c) {
    if (next() != c) {
      throw wrong("\"" + c + "\"");
    }
    at++;
  }

  boolean takesWord(String word) {
    next();
    int end = at + word.length();
    boolean is = text.startsWith(word, at) && (end >= text.length() || !isPart(text.charAt(end)));
    at = is ? end : at;
    return is;
  }

  /** The name of a metric, a label or a function. */
  String name() {
    next();
    int from = at;
    while (at < text.length() && isPart(text.charAt(at))) {
      at++;
    }
    if (from == at || Character.isDigit(text.charAt(from))) {
      at = from;
      throw wrong("the name of a metric, a function or a label");
    }
    return text.substring(from, at);
  }

  boolean isNumber() {
    return Character.isDigit(next()) || next() == '.';
  }

  double number() {
    next();
    int from = at;
    while (at < text.length() && isOfNumber(from)) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(from, at));
    } catch (NumberFormatException e) {
      at = from;
      throw wrong("a number");
    }
  }

  /** Digits, a point, an exponent with its sign, and a sign in front. */
  private boolean isOfNumber(int from) {
    char c = text.charAt(at);
    boolean signed = at == from || "eE".indexOf(text.charAt(at - 1)) >= 0;
    return Character.isDigit(c) || ".eE".indexOf(c) >= 0 || (signed && "+-".indexOf(c) >= 0);
  }

  /** One of {@code = != =~ !~}. */
  String sign() {
    next();
    for (String sign : List.of("!=", "!~", "=~", "=")) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        return sign;
      }
    }
    throw wrong("one of = != =~ !~");
  }

  /** A text in single or double quotes. */
  String quoted() {
    char quote = next();
    int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw wrong("a value in quotes");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  /** What is wrong here: {@code expected} should have been. */
  IllegalArgumentException wrong(String expected) {
    String rest = isAtEnd() ? "the end" : "\"" + text.substring(at) + "\"";
    return new IllegalArgumentException(
        "\"" + text + "\": expected " + expected + ", found " + rest);
  }

  private static boolean isPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == ':';
  }
}
