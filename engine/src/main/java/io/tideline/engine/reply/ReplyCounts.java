package io.tideline.engine.reply;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what the replies of a run tell of caches, and which accounts its sessions use. May be used
 * from any thread; the event loops that count never wait for each other.
 */
public final class ReplyCounts {
  private final Map<ReplyKind, LongAdder> kinds = new EnumMap<>(ReplyKind.class);
  private final LongAdder sessions = new LongAdder();
  private final LongAdder shared = new LongAdder();
  private final LongAdder reads = new LongAdder();
  private final DistinctCount accounts = new DistinctCount();
  private final DistinctCount addresses = new DistinctCount();
  private final Map<String, Integer> active = new ConcurrentHashMap<>();

  /** Nothing has been counted. */
  public ReplyCounts() {
    for (ReplyKind kind : ReplyKind.values()) {
      kinds.put(kind, new LongAdder());
    }
  }

  /** A reply has come. */
  public void reply(ReplyKind kind) {
    adder(kind).increment();
  }

  /** Something was read. */
  public void read(String address) {
    reads.increment();
    addresses.add(address);
  }

  /** A session begins to use an account. */
  public void begin(String account) {
    sessions.increment();
    accounts.add(account);
    if (active.merge(account, 1, Integer::sum) > 1) {
      shared.increment();
    }
  }

  /** A session has done with it. */
  public void end(String account) {
    active.computeIfPresent(account, (key, users) -> users == 1 ? null : users - 1);
  }

  /** What was counted since this was asked last; to be asked by one thread. */
  public ReplySample take(double atSeconds) {
    long begun = sessions.sum();
    long read = reads.sum();
    return new ReplySample(
        atSeconds,
        taken(ReplyKind.HIT),
        taken(ReplyKind.MISS),
        taken(ReplyKind.NOT_MODIFIED),
        taken(ReplyKind.SILENT),
        begun,
        Math.min(begun, accounts.estimate()),
        shared.sum(),
        read,
        Math.min(read, addresses.estimate()));
  }

  /** What is counted meanwhile is not lost: it is taken the next time. */
  private long taken(ReplyKind kind) {
    long sum = adder(kind).sum();
    adder(kind).add(-sum);
    return sum;
  }

  private LongAdder adder(ReplyKind kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }
}
