package io.tideline.reports.export;

import io.tideline.reports.stats.Run;
import java.nio.file.Path;
import java.util.function.Function;

/** A format of another tool, and where in a folder such tools look for it. */
public enum Export {
  /** The time line, a row for each interval and request. */
  CSV(Path.of("timeline.csv"), TimeLineCsv::text),
  /** The time line in HdrHistogram's log format, a tag for each request. */
  HLOG(Path.of("latencies.hlog"), LatencyLog::text),
  /** The summary of all requests that Gatling wrote up to 3.13.4. */
  GLOBAL_STATS(Path.of("js", "global_stats.json"), GlobalStats::text);

  private final Path file;
  private final Function<Run, String> writer;

  Export(Path file, Function<Run, String> writer) {
    this.file = file;
    this.writer = writer;
  }

  /** The file within a folder. */
  public Path file() {
    return file;
  }

  /** What stands in the file; equal runs give equal text. */
  public String text(Run run) {
    return writer.apply(run);
  }
}
