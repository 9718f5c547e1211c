package io.tideline.engine.live;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.simlog.LogPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All requests seen; those past a bound on distinct names are pooled, so that memory is bounded.
 */
final class RequestRings {
  static final int MOST_REQUESTS = 200;
  static final RequestName FURTHER =
      new RequestName("", "(further requests, past " + MOST_REQUESTS + " names)");

  private final int seconds;
  private final Map<RequestName, RequestRing> rings = new LinkedHashMap<>();

  /** The same rings by the path's number, for a look-up without hashing. */
  private @Nullable RequestRing[] byPath = {};

  RequestRings(int seconds) {
    this.seconds = seconds;
  }

  RequestRing of(LogPath path) {
    int id = path.id();
    if (id >= byPath.length) {
      byPath = Arrays.copyOf(byPath, Math.max(id + 1, 2 * byPath.length));
    }
    RequestRing ring = byPath[id];
    if (ring == null) {
      ring = of(RequestName.of(path));
      byPath[id] = ring;
    }
    return ring;
  }

  RequestRing of(RequestName name) {
    boolean full = rings.size() >= MOST_REQUESTS && !rings.containsKey(name);
    return rings.computeIfAbsent(full ? FURTHER : name, n -> new RequestRing(n, seconds));
  }

  List<RequestName> names() {
    return List.copyOf(rings.keySet());
  }

  Figures figures(Scope scope, Seconds interval) {
    Figures figures = new Figures();
    for (RequestRing ring : rings.values()) {
      if (ring.isWithin(scope)) {
        ring.addTo(figures, interval);
      }
    }
    return figures;
  }
}
