package io.tideline.engine.simlog;

import java.util.Locale;
import java.util.Set;

/**
 * What failure messages have in common that differ in a number, an identifier or an address only:
 * each of these becomes {@value #ANY}. A pure function, and the pattern of a pattern is itself, so
 * that messages may be sorted by it live, after the run, and when runs are added up.
 *
 * <ul>
 *   <li>Of a word (letters and digits) the digits go; all of it where it mixes them more than once
 *       or is hexadecimal. So do UUIDs and addresses of IPv6.
 *   <li>Numbers that single marks join are one: 10.0.0.1:8080, 12:30:05, 1,234.5, [1, 2, 3].
 *   <li>A short text in quotes with a digit in it goes whole.
 *   <li>A status of HTTP stays: three digits in a status check of Gatling, or after the word status
 *       or HTTP; the usual ones also where a comma and nothing else stand before and behind.
 * </ul>
 */
public final class MessagePattern {
  /** What stands for whatever differs. */
  public static final String ANY = "#";

  private static final Set<String> FAILURES =
      Set.of("400", "401", "403", "404", "408", "409", "429", "500", "502", "503", "504");

  private static final char MARK = '#';
  private static final String QUOTES = "'\"`";
  private static final String JOINTS = "-.:,;/_+|";
  private static final int LONGEST = 2_000;
  private static final int MOST_PASSES = 50;
  private static final int LONGEST_QUOTED = 80;
  private static final int LONGEST_ADDRESS = 64;
  private static final int SHORTEST_HEX = 4;
  private static final int UUID_LENGTH = 36;
  private static final int MOST_COLONS_OF_A_TIME = 2;
  private static final int STATUS_DIGITS = 3;
  private static final int LONGEST_BEFORE_STATUS = 16;

  private final String text;
  private final boolean statusCheck;
  private final StringBuilder out;
  private int at;

  private MessagePattern(String text) {
    this.text = text;
    this.statusCheck = text.startsWith("status.");
    this.out = new StringBuilder(text.length());
  }

  /** The pattern of a message; the message itself when nothing in it can differ. */
  public static String of(String message) {
    String pattern = shortened(message);
    for (int i = 0; i < MOST_PASSES; i++) {
      String next = new MessagePattern(pattern).pattern();
      if (next.equals(pattern)) {
        break;
      }
      pattern = next;
    }
    return pattern;
  }

  /** As much of a message as is kept. */
  public static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
  }

  /** What to call two messages of one pattern together: the message, if it is the same. */
  public static String together(String one, String other) {
    return one.equals(other) ? one : of(one);
  }

  private String pattern() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isFirst() && (quoted(c) || uuid() || address())) {
        mark();
      } else if (isInWord(c)) {
        word();
      } else {
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  private boolean isFirst() {
    return at == 0 || !isInWord(text.charAt(at - 1));
  }

  /** Appends the mark, or lets the one that it is joined to stand for both. */
  private void mark() {
    int end = out.length();
    if (end > 1 && out.charAt(end - 1) == ' ' && ",;|".indexOf(out.charAt(end - 2)) >= 0) {
      end--;
    }
    boolean joined =
        end > 1 && JOINTS.indexOf(out.charAt(end - 1)) >= 0 && out.charAt(end - 2) == MARK;
    if (joined) {
      out.setLength(end - 1);
    } else {
      out.append(MARK);
    }
  }

  /** Passes over a short quoted text with a digit in it, or a mark. */
  private boolean quoted(char quote) {
    int end = QUOTES.indexOf(quote) < 0 ? -1 : closing(quote);
    boolean closed = end > 0 && (end + 1 == text.length() || !isInWord(text.charAt(end + 1)));
    if (!closed || !hasDigit(at + 1, end)) {
      return false;
    }
    at = end + 1;
    return true;
  }

  private int closing(char quote) {
    int last = Math.min(text.length(), at + 1 + LONGEST_QUOTED);
    for (int i = at + 1; i < last; i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private boolean uuid() {
    if (text.length() - at < UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = text.charAt(at + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : Character.digit(c, 16) < 0) {
        return false;
      }
    }
    at += UUID_LENGTH;
    return true;
  }

  /** Passes over an address of IPv6: more colons than a time has, or two together. */
  private boolean address() {
    int end = at;
    int colons = 0;
    boolean two = false;
    int last = Math.min(text.length(), at + LONGEST_ADDRESS);
    while (end < last && (text.charAt(end) == ':' || Character.digit(text.charAt(end), 16) >= 0)) {
      boolean colon = text.charAt(end) == ':';
      two |= colon && end > at && text.charAt(end - 1) == ':';
      colons += colon ? 1 : 0;
      end++;
    }
    boolean whole = end == text.length() || !isInWord(text.charAt(end));
    if (!whole || !(colons > MOST_COLONS_OF_A_TIME || two) || !hasDigit(at, end)) {
      return false;
    }
    at = end;
    return true;
  }

  private boolean hasDigit(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private void word() {
    int from = at;
    while (at < text.length() && isInWord(text.charAt(at))) {
      at++;
    }
    if (!hasDigit(from, at) || isStatus(from, at)) {
      out.append(text, from, at);
    } else if (isIdentifier(from, at)) {
      mark();
    } else {
      withoutDigits(from, at);
    }
  }

  private void withoutDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        out.append(c);
      } else if (i == from) {
        mark();
      } else if (!isDigit(text.charAt(i - 1))) {
        out.append(MARK);
      }
    }
  }

  /** Whether a word is one thing with its letters: it mixes them with digits, or is hexadecimal. */
  private boolean isIdentifier(int from, int to) {
    int changes = 0;
    boolean hex = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      changes += i > from && isDigit(c) != isDigit(text.charAt(i - 1)) ? 1 : 0;
      hex &= isDigit(c) || Character.digit(c, 16) >= 0;
    }
    return changes > 1 || (changes == 1 && hex && to - from >= SHORTEST_HEX);
  }

  private boolean isStatus(int from, int to) {
    if (to - from != STATUS_DIGITS || text.charAt(from) < '1' || text.charAt(from) > '5') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    boolean last = to == text.stripTrailing().length() && text.startsWith(", ", from - 2);
    boolean usual = FAILURES.contains(text.substring(from, to));
    return statusCheck || followsStatus(from) || (last && usual);
  }

  private boolean followsStatus(int from) {
    String before =
        text.substring(Math.max(0, from - LONGEST_BEFORE_STATUS), from).toLowerCase(Locale.ROOT);
    int end = before.length();
    while (end > 0 && " :=(".indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    String words = before.substring(0, end);
    return end < before.length()
        && (words.endsWith("status")
            || words.endsWith("status code")
            || words.endsWith("http")
            || words.endsWith("http/1.1")
            || words.endsWith("http/2")
            || words.endsWith("http/" + ANY));
  }

  private static boolean isDigit(char c) {
    return c == MARK || Character.isDigit(c);
  }

  private static boolean isInWord(char c) {
    return c == MARK || Character.isLetterOrDigit(c);
  }
}
