package io.tideline.engine.proxy;

import java.util.List;
import java.util.function.Predicate;

/**
 * What one request has to go through.
 *
 * @param status with which the proxy answers it; 0 when the upstream does
 * @param delayNanos by how much its reply comes later
 * @param bodyBytes how much of its reply's body comes; below 0 for all
 */
record Ordeal(int status, long delayNanos, long bodyBytes) {
  static final Ordeal NONE = new Ordeal(0, 0, -1);

  /** What those of the toxics that hit make together. */
  static Ordeal of(List<Toxic> toxics, Predicate<Toxic> hits) {
    Ordeal ordeal = NONE;
    for (Toxic toxic : toxics) {
      if (hits.test(toxic)) {
        ordeal = ordeal.with(toxic);
      }
    }
    return ordeal;
  }

  private Ordeal with(Toxic toxic) {
    return switch (toxic.type()) {
      case HTTP_STATUS -> new Ordeal((int) toxic.value("code"), delayNanos, bodyBytes);
      case HTTP_DELAY -> new Ordeal(status, delayNanos + toxic.nanos("delay"), bodyBytes);
      case HTTP_TRUNCATE -> new Ordeal(status, delayNanos, (long) toxic.value("bytes"));
      default -> this;
    };
  }

  Ordeal afterDelay() {
    return new Ordeal(status, 0, bodyBytes);
  }
}
