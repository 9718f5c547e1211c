package io.tideline.engine.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course of a run in a bounded number of points, however long it is: when there are too many,
 * each two become one and points are twice as long from then on. One thread at a time.
 */
public final class LiveCourse {
  /** Most points that are kept. */
  public static final int MOST_POINTS = 900;

  private final List<LivePoint> points = new ArrayList<>();
  private @Nullable LivePoint growing;
  private int step = 1;
  private int parts;

  /** Adds the next second. */
  void add(LivePoint second) {
    add(second, 1);
  }

  /**
   * Adds the next {@code seconds} of a silence as one, at most {@link #room} of them.
   *
   * @param silence of that length
   */
  void add(LivePoint silence, int seconds) {
    growing = growing == null ? silence : growing.with(silence);
    parts += seconds;
    if (parts >= step) {
      points.add(growing);
      growing = null;
      parts = 0;
      if (points.size() >= MOST_POINTS) {
        halve();
      }
    }
  }

  /**
   * How many of the next {@code seconds}, of which there is nothing to tell, one point may take: as
   * many as leave it no longer than the others. Points grow first, so that their number stays
   * bounded however long the silence is.
   */
  int room(int seconds) {
    while (seconds / step > MOST_POINTS) {
      halve();
    }
    return Math.min(seconds, step - parts);
  }

  private void halve() {
    List<LivePoint> merged = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i += 2) {
      merged.add(points.get(i).with(points.get(i + 1)));
    }
    points.clear();
    points.addAll(merged);
    step *= 2;
  }

  /** How many seconds a point is long by now. */
  public int step() {
    return step;
  }

  /** The points so far, in order. */
  public List<LivePoint> points() {
    return List.copyOf(points);
  }

  void clear() {
    points.clear();
    growing = null;
    parts = 0;
    step = 1;
  }
}
