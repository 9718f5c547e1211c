package io.tideline.engine.proxy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What has gone through a proxy so far. Safe for all threads. */
final class Counters {
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final LongAdder refused = new LongAdder();
  private final LongAdder bytesUp = new LongAdder();
  private final LongAdder bytesDown = new LongAdder();

  /** The number of a new connection, from 0. */
  long connection() {
    return connections.getAndIncrement();
  }

  /** The number of a new request, from 0. */
  long request() {
    return requests.getAndIncrement();
  }

  void requests(long more) {
    requests.addAndGet(more);
  }

  /** The upstream did not take a connection. */
  void refused() {
    refused.increment();
  }

  void up(int bytes) {
    bytesUp.add(bytes);
  }

  void down(int bytes) {
    bytesDown.add(bytes);
  }

  ProxyCounts counts(String proxy, long open) {
    return new ProxyCounts(
        proxy,
        connections.get(),
        open,
        refused.sum(),
        requests.get(),
        bytesUp.sum(),
        bytesDown.sum());
  }
}
