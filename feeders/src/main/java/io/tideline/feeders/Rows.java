package io.tideline.feeders;

import io.tideline.fixtures.data.Zipf;
import java.util.List;

/**
 * Rows of which virtual users take one each time they need one, in turn or by popularity.
 * Immutable, so safe for use by several threads.
 */
public final class Rows<T> {

  private final List<T> all;
  private final Zipf popularity;

  Rows(List<T> all) {
    this.all = List.copyOf(all);
    this.popularity = new Zipf(Math.max(1, all.size()), 1.0);
  }

  /** How many rows there are. */
  public int size() {
    return all.size();
  }

  /** All rows in the order of the file. */
  public List<T> all() {
    return all;
  }

  /** Row k; after the last row comes the first again. */
  public T at(long k) {
    return all.get((int) Math.floorMod(k, (long) all.size()));
  }

  /**
   * A row by Zipf's law, the first row the most popular.
   *
   * @param uniform in [0, 1)
   */
  public T popular(double uniform) {
    return all.get(popularity.rank(uniform));
  }
}
