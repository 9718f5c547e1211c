package io.tideline.engine.resource;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is worked out from: what an endpoint told now and the time before.
 *
 * @param now the latest
 * @param before the one before it, for rates; null when there was none, or when it failed
 * @param seconds between the two
 * @param group the one value of a label that counts; null for all
 */
record Sight(Exposition now, @Nullable Exposition before, double seconds, @Nullable Group group) {

  /** One of the pools, caches, or devices that a metric tells of. */
  record Group(String label, String value) {
    /** What has no such label is of every group. */
    boolean contains(Series series) {
      String own = series.labels().get(label);
      return own == null || own.equals(value);
    }
  }

  /** The same, of one group alone. */
  Sight of(Group one) {
    return new Sight(now, before, seconds, one);
  }

  /** The series of a metric now. */
  Stream<Series> series(String name) {
    Stream<Series> all = now.of(name).stream();
    return group == null ? all : all.filter(group::contains);
  }
}
