package io.tideline.engine.fault;

import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProxySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the keeper is told: one line of JSON on its standard input.
 *
 * @param id repeated in the report on it
 * @param what is to be done
 * @param fault for {@link What#BEGIN}
 * @param proxy for {@link What#OPEN}
 * @param name of the fault for {@link What#END}, of the proxy for {@link What#UPSTREAM}
 * @param address for {@link What#UPSTREAM}
 */
record Order(
    long id,
    What what,
    @Nullable PlannedFault fault,
    @Nullable ProxySpec proxy,
    @Nullable String name,
    @Nullable String address) {

  /** What can be ordered. */
  enum What {
    OPEN,
    UPSTREAM,
    BEGIN,
    END,
    REVERT,
    COUNT
  }

  static Order open(long id, ProxySpec proxy) {
    return new Order(id, What.OPEN, null, proxy, null, null);
  }

  static Order upstream(long id, String proxy, String address) {
    return new Order(id, What.UPSTREAM, null, null, proxy, address);
  }

  static Order begin(long id, PlannedFault fault) {
    return new Order(id, What.BEGIN, fault, null, null, null);
  }

  static Order end(long id, String fault) {
    return new Order(id, What.END, null, null, fault, null);
  }

  static Order of(long id, What what) {
    return new Order(id, what, null, null, null, null);
  }
}
