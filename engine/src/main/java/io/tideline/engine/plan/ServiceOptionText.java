package io.tideline.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Options of the sample service in one text, as people write them on a command line: {@code
 * --OPTION=VALUE --OPTION VALUE --FLAG}. A value may hold spaces; it ends where the next option
 * begins.
 */
public final class ServiceOptionText {
  private static final String BEFORE_OPTION = "\\s+(?=--)";

  /** Between an option and its value: an equals sign, or white space. */
  private static final String BEFORE_VALUE = "=|\\s+";

  private ServiceOptionText() {}

  /** Each option with its value as one text, {@code --OPTION=VALUE}; empty for a blank text. */
  public static List<String> split(String text) {
    return Arrays.stream(text.strip().split(BEFORE_OPTION))
        .map(ServiceOptionText::joined)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  /** The name of an option that {@link #split} gave. */
  public static String name(String option) {
    return option.split("=", 2)[0];
  }

  private static String joined(String option) {
    String[] parts = option.strip().split(BEFORE_VALUE, 2);
    return parts.length == 1 ? parts[0] : parts[0] + "=" + parts[1].strip();
  }
}
