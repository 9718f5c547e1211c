package io.tideline.engine.fault;

import io.tideline.engine.plan.ProxySpec;
import io.tideline.engine.proxy.ProxyCounts;
import io.tideline.engine.proxy.Toxic;
import java.io.IOException;
import java.util.List;

/** The proxies that faults are put on: those of this process, or a Toxiproxy's. */
interface Network extends AutoCloseable {

  /**
   * Opens a proxy.
   *
   * @return it, with the port that it listens on
   */
  ProxySpec open(ProxySpec spec) throws IOException;

  /** Puts a toxic on a proxy, in place of one of its name. */
  void add(String proxy, Toxic toxic) throws IOException;

  /** Takes a toxic off a proxy, if it is there. */
  void remove(String proxy, String toxic) throws IOException;

  /** Lets a proxy take connections, or none and close those it has. */
  void enable(String proxy, boolean enabled) throws IOException;

  /** Hands a proxy's connections to another upstream. */
  void upstream(String proxy, String address) throws IOException;

  /** What has gone through each proxy; empty where nobody counts. */
  List<ProxyCounts> counts();

  @Override
  void close();
}
