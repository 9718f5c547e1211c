package io.tideline.reports.report;

import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.Verdict.Result;
import java.util.Locale;

/**
 * What a check is to those who show tests.
 *
 * <ul>
 *   <li>A broken promise is a {@code failure}: the target is to blame.
 *   <li>What makes a run INVALID is an {@code error}, which Jenkins counts with the failures and
 *       paints red: nothing has been tested, and nobody may take the run for green.
 *   <li>A promise that was kept in an INVALID run is {@code skipped}, with the reason: numbers that
 *       prove nothing prove no promise kept, and a trend of passed tests would be a lie.
 *   <li>Too little data that the verdict does not hold against the run, because the target's own
 *       failures took the values away, is {@code skipped} as well: the question has no answer. So
 *       are too few earlier runs to compare with, and a regression that is only suspected, which no
 *       failed test may stand for and no passed one: the message says it is a suspicion.
 * </ul>
 */
enum JUnitOutcome {
  PASSED,
  FAILURE,
  ERROR,
  SKIPPED;

  /** What {@code check} is in a run that came to {@code result}. */
  static JUnitOutcome of(Check check, Result result) {
    boolean invalid = result == Result.INVALID;
    boolean validity = check.kind() == Check.Kind.VALIDITY;
    return switch (check.status()) {
      case PASS -> invalid && !validity ? SKIPPED : PASSED;
      case FAIL -> validity ? ERROR : FAILURE;
      case WARN -> SKIPPED;
      case INSUFFICIENT -> invalid && check.invalidates() ? ERROR : SKIPPED;
    };
  }

  /** Name of the XML element. */
  String element() {
    return name().toLowerCase(Locale.ROOT);
  }
}
