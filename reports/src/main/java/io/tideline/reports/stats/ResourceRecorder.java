package io.tideline.reports.stats;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.resource.Reading;
import io.tideline.engine.resource.ResourceLog;
import io.tideline.engine.resource.ResourceSample;
import io.tideline.reports.stats.Resources.Gap;
import io.tideline.reports.stats.Resources.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the target consumed over time, in memory that does not grow with the length of the
 * run.
 */
final class ResourceRecorder {
  private static final double MILLIS_PER_SECOND = 1e3;

  private final double measuredFrom;
  private final Map<String, SourceTrack> sources = new LinkedHashMap<>();
  private final Map<List<String>, ResourceTrack> tracks = new LinkedHashMap<>();
  private int seconds;

  private ResourceRecorder(int seconds, double measuredFrom) {
    this.seconds = seconds;
    this.measuredFrom = measuredFrom;
  }

  /**
   * What is in a run's folder of records; null without a record of resources.
   *
   * @param measuredFrom when the warm-up ends, in seconds since the run's first instant
   */
  static @Nullable ResourceRecorder read(Path tideline, Plan plan, double measuredFrom)
      throws IOException {
    Path file = tideline.resolve(ResourceLog.FILE_NAME);
    if (!Files.exists(file)) {
      return null;
    }
    ResourceRecorder recorder = new ResourceRecorder(shortest(plan), measuredFrom);
    ResourceLog.read(file, recorder::add);
    return recorder;
  }

  /** The shortest interval in which each source is read, so that an empty one is a gap. */
  private static int shortest(Plan plan) {
    long longest =
        plan.target().resources().stream()
            .mapToLong(source -> source.every().toMillis())
            .max()
            .orElse(1);
    return Intervals.atLeast((int) Math.ceil(longest / MILLIS_PER_SECOND));
  }

  private void add(ResourceSample sample) {
    sources
        .computeIfAbsent(sample.source(), name -> new SourceTrack())
        .add(sample.atSeconds(), sample.gap());
    long millis = Math.round(sample.atSeconds() * MILLIS_PER_SECOND);
    coarsen(Intervals.secondsFor(millis, seconds));
    int interval = Intervals.index(millis, seconds);
    boolean measured = sample.atSeconds() > measuredFrom;
    for (Reading reading : sample.readings()) {
      requireFigures(reading);
      tracks
          .computeIfAbsent(
              List.of(sample.source(), reading.name()),
              key -> new ResourceTrack(sample.source(), reading))
          .add(reading, interval, measured);
    }
  }

  private static void requireFigures(Reading reading) {
    Objects.requireNonNull(reading.unit(), "a reading without a unit");
    Objects.requireNonNull(reading.name(), "a reading without a name");
    if (!Double.isFinite(reading.value())
        || !Double.isFinite(Objects.requireNonNullElse(reading.limit(), 0.0))
        || !Double.isFinite(Objects.requireNonNullElse(reading.waiting(), 0.0))) {
      throw new IllegalArgumentException("a reading of " + reading.name() + " is no number");
    }
  }

  private void coarsen(int longer) {
    if (longer > seconds) {
      tracks.values().forEach(track -> track.join(longer / seconds));
      seconds = longer;
    }
  }

  /** All of it, in intervals as long as those of the run's time line, or longer. */
  Resources resources(TimeLine line) {
    coarsen(line.intervalSeconds());
    int length = line.moments().size() * line.intervalSeconds();
    int intervals = (length + seconds - 1) / seconds;
    List<Source> all = new ArrayList<>();
    sources.forEach((name, track) -> all.add(new Source(name, track.samples, track.gaps)));
    return new Resources(
        seconds, all, tracks.values().stream().map(track -> track.row(intervals)).toList());
  }

  /** When one source told something, and when not. */
  private static final class SourceTrack {
    private final List<Gap> gaps = new ArrayList<>();
    private long samples;
    private boolean silent;

    void add(double atSeconds, @Nullable String gap) {
      if (gap == null) {
        samples++;
      } else if (silent) {
        Gap begun = gaps.remove(gaps.size() - 1);
        gaps.add(new Gap(begun.fromSeconds(), atSeconds, begun.reason()));
      } else {
        gaps.add(new Gap(atSeconds, atSeconds, gap));
      }
      silent = gap != null;
    }
  }
}
