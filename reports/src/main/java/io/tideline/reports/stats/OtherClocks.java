package io.tideline.reports.stats;

import io.tideline.engine.health.HealthLog;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.schedule.EventLog;
import io.tideline.engine.schedule.RunEvent;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.schedule.StartsSoFar;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether the records that Tideline keeps beside Gatling's log are on the run's clock: none of
 * their times lies before it or after its end. Only told of a run whose end is known.
 */
final class OtherClocks {
  private static final double SLACK_SECONDS = 10;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String AT = "\"atSeconds\":";

  private OtherClocks() {}

  /** A sentence on the first record that is not; null when all are, or nobody can tell. */
  static @Nullable String outside(Path tideline, List<RunEvent> events, double logEndSeconds) {
    try {
      OptionalLong end =
          StartsSoFar.of(tideline.resolve(StartLog.FILE_NAME))
              .map(StartsSoFar::endNanos)
              .orElse(OptionalLong.empty());
      if (end.isEmpty()) {
        return null;
      }
      double seconds = Math.max(logEndSeconds, end.getAsLong() / NANOS_PER_SECOND);
      for (RunEvent event : events) {
        double at = event.atNanos() / NANOS_PER_SECOND;
        if (isOutside(at, seconds)) {
          return sentence(EventLog.FILE_NAME, at, seconds);
        }
      }
      for (String name : List.of(HealthLog.FILE_NAME, ResourceLog.FILE_NAME)) {
        Double at = firstOutside(tideline.resolve(name), seconds);
        if (at != null) {
          return sentence(name, at, seconds);
        }
      }
      return null;
    } catch (IOException told) {
      // What cannot be read is said where it is read for its own sake.
      return null;
    }
  }

  private static String sentence(String name, double at, double end) {
    return String.format(
        Locale.ROOT, "%s has a record at %.1f s, of a run from 0 to %.1f s", name, at, end);
  }

  private static boolean isOutside(double at, double end) {
    return at < -SLACK_SECONDS || at > end + SLACK_SECONDS;
  }

  private static @Nullable Double firstOutside(Path file, double end) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Double at = at(line);
        if (at != null && isOutside(at, end)) {
          return at;
        }
      }
    }
    return null;
  }

  private static @Nullable Double at(String line) {
    int from = line.indexOf(AT);
    int to = from < 0 ? -1 : from + AT.length();
    while (to > 0 && to < line.length() && ",}".indexOf(line.charAt(to)) < 0) {
      to++;
    }
    try {
      return from < 0 ? null : Double.valueOf(line.substring(from + AT.length(), to).strip());
    } catch (NumberFormatException damaged) {
      return null;
    }
  }
}
