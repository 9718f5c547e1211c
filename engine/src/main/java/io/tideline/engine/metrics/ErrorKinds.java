package io.tideline.engine.metrics;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sorts failure messages into a bounded number of kinds, since each is a time series. What differs
 * from one failure to the next, long numbers and identifiers, becomes {@code #}; numbers of three
 * digits stay, for they are status codes. The first kinds there is room for keep their names, the
 * rest are {@value #OTHER}. One thread at a time.
 */
final class ErrorKinds {
  static final int MOST = 50;
  static final String OTHER = "other";
  private static final int LONGEST = 120;
  private static final Pattern CHANGING =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\\b(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{8,}\\b|[0-9]{4,}");

  private final Set<String> known = new HashSet<>();

  String of(String message) {
    if (known.contains(message)) {
      return message;
    }
    String kind = CHANGING.matcher(message).replaceAll("#").strip();
    String shortened = kind.length() > LONGEST ? kind.substring(0, LONGEST) + "..." : kind;
    String named = shortened.isEmpty() ? "no message" : shortened;
    if (known.contains(named)) {
      return named;
    }
    return known.size() < MOST && known.add(named) ? named : OTHER;
  }
}
