package io.tideline.reports.stats;

import io.tideline.engine.simlog.LogPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The samples of a run by journey, request and phase. Requests past a bound on distinct ones (names
 * that hold an id, by mistake) are pooled in {@link #FURTHER}, so that memory stays bounded.
 */
final class RequestTable {
  static final int MOST_REQUESTS = 2_000;
  static final RequestKey FURTHER =
      new RequestKey("", "(further requests, past " + MOST_REQUESTS + " names)");

  private static final Sample[] UNSEEN = {};

  private final int phases;
  private final Map<RequestKey, Sample[]> rows = new LinkedHashMap<>();

  /** The same rows by the path's number, for a look-up without hashing. */
  private Sample[][] byPath = {};

  RequestTable(int phases) {
    this.phases = phases;
  }

  Sample of(LogPath path, int phase) {
    int id = path.id();
    Sample[] row = id < byPath.length ? byPath[id] : UNSEEN;
    return row == UNSEEN ? addPath(path)[phase] : row[phase];
  }

  Sample of(RequestKey key, int phase) {
    return row(key)[phase];
  }

  Set<RequestKey> keys() {
    return rows.keySet();
  }

  static RequestKey keyOf(LogPath path) {
    List<String> names = path.names();
    return new RequestKey(names.size() > 1 ? names.get(0) : "", path.name());
  }

  private Sample[] addPath(LogPath path) {
    int id = path.id();
    if (id >= byPath.length) {
      int seen = byPath.length;
      byPath = Arrays.copyOf(byPath, Math.max(id + 1, seen * 2));
      Arrays.fill(byPath, seen, byPath.length, UNSEEN);
    }
    Sample[] row = row(keyOf(path));
    byPath[id] = row;
    return row;
  }

  private Sample[] row(RequestKey key) {
    Sample[] known = rows.get(key);
    if (known != null) {
      return known;
    }
    if (rows.size() >= MOST_REQUESTS && !key.equals(FURTHER)) {
      return row(FURTHER);
    }
    Sample[] row = new Sample[phases];
    Arrays.setAll(row, phase -> new Sample());
    rows.put(key, row);
    return row;
  }
}
