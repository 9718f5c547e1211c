package io.tideline.engine.benchmark;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What came of a trial. Times are by {@link SharedClock}.
 *
 * @param origin the run's first instant, for a generator that knows it
 * @param cpu the generator's processor time, in nanoseconds since its start
 * @param showing share of the generator's processor time that its threads take which show the run
 * @param machineLoad the machine's load average at its end, whoever caused it
 */
record Outcome(
    Trial trial,
    Stamps stamps,
    OptionalLong origin,
    TreeMap<Long, Long> cpu,
    double showing,
    double machineLoad) {
  private static final long STEADY_NANOS = 3_000_000_000L;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /**
   * When arrivals reached the target, against their intended times: the instant at which it had
   * accepted a user's connection, or where connections are shared, read a user's first bytes.
   */
  Errors errors() {
    return errors(trial.visit().shared() ? stamps.read() : stamps.accepted());
  }

  private Errors errors(long[] came) {
    return origin.isPresent()
        ? Errors.since(origin.getAsLong(), came, due())
        : Errors.inTheMiddle(came, due());
  }

  /** When each arrival is intended, in nanoseconds since the first instant. */
  private long[] due() {
    var schedule = TidelineSimulation.schedule(trial.load());
    long[] due = new long[trial.users()];
    for (int k = 0; k < due.length; k++) {
      due[k] = schedule.dueNanos(k);
    }
    return due;
  }

  /** Users whose request came. */
  long arrived() {
    return java.util.Arrays.stream(stamps.read()).filter(read -> read > 0).count();
  }

  /** Requests that came, of those asked for. */
  double shareOfRequests() {
    return (double) stamps.requests() / ((long) trial.users() * trial.visit().requests());
  }

  /** Processor seconds for 1,000 requests from the JVM's start to its end. */
  double cpuPerThousand() {
    return cpu.lastEntry().getValue() / 1e6 / stamps.requests();
  }

  /** The same in the steady state, from 3 s after the first instant to the end of the load. */
  double steadyCpuPerThousand() {
    Errors errors = errors();
    long from = errors.origin() + STEADY_NANOS;
    long to = errors.origin() + trial.seconds() * NANOS_PER_SECOND;
    double share = (double) errors.from(STEADY_NANOS).due().length / trial.users();
    return (cpuAt(to) - cpuAt(from)) / 1e6 / (stamps.requests() * share);
  }

  private double cpuAt(long nanos) {
    Map.Entry<Long, Long> before = cpu.floorEntry(nanos);
    Map.Entry<Long, Long> after = cpu.ceilingEntry(nanos);
    if (before == null || after == null || before.getKey().equals(after.getKey())) {
      return (after == null ? cpu.lastEntry() : after).getValue();
    }
    double share = (double) (nanos - before.getKey()) / (after.getKey() - before.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
