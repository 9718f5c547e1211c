package io.tideline.reports.export;

import io.tideline.reports.stats.RequestTimes;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.TimeLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Times of successful requests in HdrHistogram's log format, version 1.3: an interval histogram in
 * milliseconds for each request and interval of the time line, tagged with journey and request. A
 * tag has no comma or space, so that there are underscores in their place.
 */
final class LatencyLog {
  private static final double MILLIS_PER_SECOND = 1_000;

  private final TimeLine line;
  private final StringBuilder log = new StringBuilder();
  private final Set<String> tags = new HashSet<>();

  private LatencyLog(TimeLine line) {
    this.line = line;
  }

  static String text(Run run) {
    LatencyLog log = new LatencyLog(run.timeLine());
    log.header(run);
    run.timeLine().requests().forEach(log::request);
    return log.log.toString();
  }

  private void header(Run run) {
    Instant start = run.info().start();
    double seconds = start == null ? 0 : start.toEpochMilli() / MILLIS_PER_SECOND;
    log.append("#[Latencies of run ").append(oneLine(run.info().id())).append(", milliseconds]\n");
    log.append("#[Histogram log format version 1.3]\n");
    log.append(
        String.format(
            Locale.ROOT,
            "#[StartTime: %.3f (seconds since epoch), %s]\n",
            seconds,
            start == null ? "unknown" : start));
    log.append("\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",");
    log.append("\"Interval_Compressed_Histogram\"\n");
  }

  private void request(RequestTimes request) {
    String tag = tag(request);
    for (int i = 0; i < request.cells().size(); i++) {
      String histogram = request.cells().get(i).histogram();
      if (histogram != null) {
        log.append(
            String.format(
                Locale.ROOT,
                "Tag=%s,%.3f,%.3f,%.3f,%s\n",
                tag,
                (double) i * line.intervalSeconds(),
                (double) line.intervalSeconds(),
                (double) request.cells().get(i).latencies().max(),
                histogram));
      }
    }
  }

  /** Two names that differ in commas and spaces only get tags that differ in a number. */
  private String tag(RequestTimes request) {
    String path =
        request.journey().isEmpty() ? request.name() : request.journey() + "/" + request.name();
    String plain = path.replaceAll("[,\\s]", "_");
    String tag = plain;
    for (int i = 2; !tags.add(tag); i++) {
      tag = plain + "_" + i;
    }
    return tag;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]", " ");
  }
}
