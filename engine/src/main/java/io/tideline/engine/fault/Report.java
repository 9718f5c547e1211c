package io.tideline.engine.fault;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.ProxyCounts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the keeper says: one line of JSON on its standard output.
 *
 * @param id of the order that it answers; {@link #UNASKED} for what happened by itself
 * @param ok whether it was done
 * @param text what was done or why not, in words
 * @param fault name of the fault that it is about; null for none
 * @param proxy that was opened; null for none
 * @param counts of the proxies
 */
record Report(
    long id,
    boolean ok,
    String text,
    @Nullable String fault,
    @Nullable ProxySpec proxy,
    List<ProxyCounts> counts) {
  /**
   * The id of a report on what no order asked for: that the keeper is there, or a lease is over.
   */
  static final long UNASKED = 0;

  Report {
    counts = List.copyOf(Objects.requireNonNullElse(counts, List.of()));
  }

  static Report of(long id, boolean ok, String text) {
    return new Report(id, ok, text, null, null, List.of());
  }

  static Report of(String fault, boolean ok, String text) {
    return new Report(UNASKED, ok, text, fault, null, List.of());
  }
}
