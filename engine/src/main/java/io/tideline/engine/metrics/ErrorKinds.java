package io.tideline.engine.metrics;

import io.tideline.engine.simlog.MessagePattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Sorts failure messages by their {@link MessagePattern} into a bounded number of kinds, since each
 * is a time series. The first kinds there is room for keep their names, the rest are {@value
 * #OTHER}. One thread at a time.
 */
final class ErrorKinds {
  static final int MOST = 50;
  static final String OTHER = "other";
  private static final int LONGEST = 120;
  private static final int MOST_MESSAGES = 1 << 12;

  private final Set<String> known = new HashSet<>();

  /** Kinds of the messages seen first, most of which come again. */
  private final Map<String, String> kinds = new HashMap<>();

  String of(String message) {
    String seen = kinds.get(message);
    if (seen != null) {
      return seen;
    }
    String kind = sorted(message);
    if (kinds.size() < MOST_MESSAGES) {
      kinds.put(MessagePattern.shortened(message), kind);
    }
    return kind;
  }

  private String sorted(String message) {
    String kind = MessagePattern.of(message).strip();
    String shortened = kind.length() > LONGEST ? kind.substring(0, LONGEST) + "..." : kind;
    String named = shortened.isEmpty() ? "no message" : shortened;
    if (known.contains(named)) {
      return named;
    }
    return known.size() < MOST && known.add(named) ? named : OTHER;
  }
}
