package io.tideline.engine.simlog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The simulation.log of Gatling before 3.13: lines of fields between tabs. Only enough of it is
 * known here to refuse one by its version, which is the last field of the line that has RUN among
 * its fields; assertions may stand before it. Gatling 2 always wrote 2.0 there.
 */
final class TextLog {
  private static final String RUN = "RUN";
  private static final int FEWEST_FIELDS = 6;
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\w+)+(-\\w+)?");

  private TextLog() {}

  /** The version that {@code text}, the beginning of a log, names; empty when it is no such log. */
  static Optional<String> version(String text) {
    return text.lines()
        .map(line -> Arrays.asList(line.split("\t")))
        .filter(fields -> fields.size() >= FEWEST_FIELDS && fields.contains(RUN))
        .map(TextLog::last)
        .filter(field -> VERSION.matcher(field).matches())
        .findFirst();
  }

  private static String last(List<String> fields) {
    return fields.get(fields.size() - 1);
  }
}
