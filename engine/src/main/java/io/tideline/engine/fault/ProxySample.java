package io.tideline.engine.fault;

import io.tideline.engine.proxy.ProxyCounts;

/**
 * What went through a proxy since the sample before it, about a second.
 *
 * @param atSeconds when, in seconds since the run's first instant
 * @param proxy its name
 * @param connections that clients opened
 * @param open how many are open now
 * @param refused how many the upstream did not take
 * @param requests of HTTP, or queries of PostgreSQL
 * @param attempts requests where the proxy reads them, else connections: what retries multiply
 * @param bytesUp from clients
 * @param bytesDown from the upstream
 */
public record ProxySample(
    double atSeconds,
    String proxy,
    long connections,
    long open,
    long refused,
    long requests,
    long attempts,
    long bytesUp,
    long bytesDown) {

  /** What is between two counts of one proxy. */
  static ProxySample between(double atSeconds, ProxyCounts before, ProxyCounts now, boolean reads) {
    long connections = now.connections() - before.connections();
    long requests = now.requests() - before.requests();
    return new ProxySample(
        atSeconds,
        now.proxy(),
        connections,
        now.open(),
        now.refused() - before.refused(),
        requests,
        reads ? requests : connections,
        now.bytesUp() - before.bytesUp(),
        now.bytesDown() - before.bytesDown());
  }
}
