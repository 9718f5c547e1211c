package io.tideline.reports.stats;

import io.tideline.engine.simlog.LogPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts a run's requests and users over time, in memory that grows neither with their number nor
 * with the length of the run. Request names past a bound are pooled.
 */
final class TimeLineRecorder {
  static final int MOST_REQUESTS = 100;

  private static final RequestKey FURTHER =
      new RequestKey("", "(further requests, past " + MOST_REQUESTS + " names)");

  private final Deque<TimeCounts> spare = TimeTrack.noSpares();
  private final Map<RequestKey, TimeTrack> tracks = new LinkedHashMap<>();
  private final Counts usersStarted = new Counts();
  private final Counts usersEnded = new Counts();

  /** The tracks by the path's number, for a look-up without hashing. */
  private @Nullable TimeTrack[] byPath = {};

  private int seconds = Intervals.first();
  private int latest;
  private int end;

  /** The latest interval, of which most records are, from its first millisecond to its last. */
  private long latestFrom = Long.MAX_VALUE;

  private long latestTo;

  /** A request that ended at an instant, in milliseconds since the run's first one. */
  void request(LogPath path, long endMillis, int durationMillis, boolean ok) {
    int id = path.id();
    TimeTrack known = id < byPath.length ? byPath[id] : null;
    TimeTrack track = known == null ? track(id, RequestTable.keyOf(path)) : known;
    request(track, endMillis, durationMillis, ok);
  }

  void request(TimeTrack track, long endMillis, int durationMillis, boolean ok) {
    int interval = intervalOf(endMillis);
    if (ok) {
      track.succeeded(interval, durationMillis);
    } else {
      track.failed(interval);
    }
  }

  /** A user who came or left at an instant. */
  void user(boolean start, long millis) {
    (start ? usersStarted : usersEnded).add(millis);
    intervalOf(millis);
  }

  private int intervalOf(long millis) {
    return millis >= latestFrom && millis < latestTo ? latest : newIntervalOf(millis);
  }

  private int newIntervalOf(long millis) {
    int needed = Intervals.secondsFor(millis, seconds);
    if (needed > seconds) {
      coarsen(needed);
    }
    int interval = Intervals.index(millis, seconds);
    if (interval > latest) {
      latest = interval;
      tracks.values().forEach(track -> track.packBefore(interval - 1));
    }
    end = Math.max(end, interval + 1);
    latestFrom = Intervals.startMillis(latest, seconds);
    latestTo = Intervals.startMillis(latest + 1, seconds);
    return interval;
  }

  private void coarsen(int longer) {
    int factor = longer / seconds;
    tracks.values().forEach(track -> track.join(factor));
    seconds = longer;
    latest /= factor;
    end = (end + factor - 1) / factor;
  }

  /** Where requests of the path with this number are counted. */
  TimeTrack track(int id, RequestKey key) {
    if (id >= byPath.length) {
      byPath = Arrays.copyOf(byPath, Math.max(id + 1, byPath.length * 2));
    }
    boolean room = tracks.containsKey(key) || tracks.size() < MOST_REQUESTS;
    TimeTrack track = tracks.computeIfAbsent(room ? key : FURTHER, name -> new TimeTrack(spare));
    byPath[id] = track;
    return track;
  }

  /**
   * The time line.
   *
   * @param arrivals the same run's arrivals; null when nothing tells
   */
  TimeLine timeLine(@Nullable ArrivalCounts arrivals) {
    int length = Math.max(seconds, Math.max(usersStarted.seconds(), usersEnded.seconds()));
    length = arrivals == null ? length : Math.max(length, arrivals.seconds());
    if (length > seconds) {
      coarsen(length);
    }
    usersStarted.coarsen(length);
    usersEnded.coarsen(length);
    int intervals = end;
    List<RequestTimes> requests = new ArrayList<>();
    tracks.forEach(
        (key, track) ->
            requests.add(
                new RequestTimes(
                    key.journey(),
                    key.name(),
                    IntStream.range(0, intervals).mapToObj(track::cell).toList())));
    return new TimeLine(seconds, moments(arrivals), requests);
  }

  private List<Moment> moments(@Nullable ArrivalCounts arrivals) {
    List<Moment> moments = new ArrayList<>();
    long active = 0;
    if (arrivals != null) {
      arrivals.coarsen(seconds);
    }
    for (int i = 0; i < end; i++) {
      active += usersStarted.at(i) - usersEnded.at(i);
      moments.add(
          new Moment(
              (double) i * seconds,
              usersStarted.at(i),
              usersEnded.at(i),
              Math.max(0, active),
              arrivals == null ? null : (Long) arrivals.due(i),
              arrivals == null ? null : (Long) arrivals.started(i)));
    }
    return moments;
  }
}
