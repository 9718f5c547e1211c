package io.tideline.reports.page;

import io.tideline.reports.gate.Check;
import java.util.List;
import java.util.Locale;

/** The answers of checks: their words, their colours, and what is shown first. */
final class Answer {
  private static final List<String> FIRST = List.of("FAIL", "INSUFFICIENT", "WARN");

  private Answer() {}

  /** Failed checks come first; of those that hold, the ones on validity come last. */
  static int order(Check check) {
    int place = FIRST.indexOf(check.status().name());
    if (place >= 0) {
      return place;
    }
    return check.kind() == Check.Kind.VALIDITY ? FIRST.size() + 1 : FIRST.size();
  }

  static String word(Check check) {
    return switch (check.status().name()) {
      case "PASS" -> "holds";
      case "FAIL" -> check.invalidates() ? "not valid" : "broken";
      case "INSUFFICIENT" -> "too little";
      default -> check.status().name().toLowerCase(Locale.ROOT);
    };
  }

  /** CSS class of its colour. */
  static String kind(Check check) {
    return switch (check.status().name()) {
      case "PASS" -> "good";
      case "FAIL" -> check.invalidates() ? "doubtful" : "bad";
      default -> "doubtful";
    };
  }
}
