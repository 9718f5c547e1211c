package io.tideline.reports.history;

import io.tideline.reports.stats.Run;
import java.time.Instant;
import java.util.regex.Pattern;

/** Names of files in a history. */
final class FileName {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
  private static final String SUFFIX = ".json";

  private FileName() {}

  /** {@code text} with nothing in it that a file system could take amiss. */
  static String safe(String text) {
    String safe = UNSAFE.matcher(text).replaceAll("-");
    return safe.startsWith(".") ? "-" + safe.substring(1) : safe;
  }

  /** The name of a run: its start first, so that names sort by time. */
  static String of(Run run) {
    Instant start = run.info().start();
    String first = start == null ? "unknown" : instant(start);
    return first + "_" + safe(run.info().id()) + SUFFIX;
  }

  static String instant(Instant instant) {
    return safe(instant.toString());
  }

  static boolean isOfRun(String name) {
    return name.endsWith(SUFFIX);
  }

  static String withoutSuffix(String name) {
    return isOfRun(name) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
