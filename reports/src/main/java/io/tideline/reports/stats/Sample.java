package io.tideline.reports.stats;

import org.jspecify.annotations.Nullable;

/**
 * The requests of one scope: how many succeeded and failed, and how long they took, in
 * milliseconds.
 *
 * <p>Successes and failures are kept apart. A refused connection fails in a millisecond and a
 * timeout after a minute: neither says how fast the service is, and mixed in, a target that falls
 * over at once would look fast. Failures have a budget of their own, the error share.
 */
public final class Sample {
  private final Latencies succeeded = new Latencies();
  private final Latencies failed = new Latencies();
  private long unsent;

  /** Null while it equals {@link #succeeded}: no user was late. */
  private @Nullable Latencies intended;

  Sample() {}

  void succeeded(long millis) {
    succeeded.record(millis);
  }

  void failed(long millis) {
    failed.record(millis);
  }

  void unsent(long count) {
    unsent += count;
  }

  /**
   * Counts times of late users from the intended start: {@code measured} become {@code fromDue}.
   */
  void late(Latencies measured, Latencies fromDue) {
    intended = succeeded.moved(measured, fromDue);
  }

  /** A sample as it was written. */
  static Sample of(
      Latencies succeeded, Latencies failed, long unsent, @Nullable Latencies intended) {
    Sample sample = new Sample();
    sample.succeeded.add(succeeded);
    sample.failed.add(failed);
    sample.unsent = unsent;
    sample.intended = intended;
    return sample;
  }

  void add(Sample other) {
    if (intended != null || other.intended != null) {
      Latencies sum = intendedLatencies().copy();
      sum.add(other.intendedLatencies());
      intended = sum;
    }
    succeeded.add(other.succeeded);
    failed.add(other.failed);
    unsent += other.unsent;
  }

  /** Requests that succeeded. */
  public long ok() {
    return succeeded.count();
  }

  /** Requests that failed, with those that could not be sent. */
  public long ko() {
    return failed.count() + unsent;
  }

  /** Requests that could not be built and so were never sent; part of {@link #ko()}. */
  public long unsent() {
    return unsent;
  }

  /** All requests. */
  public long requests() {
    return ok() + ko();
  }

  /** Share of failures, 0 to 1; 0 when there was no request. */
  public double errorShare() {
    return requests() == 0 ? 0 : (double) ko() / requests();
  }

  /** Times of the requests that succeeded. */
  public Latencies okLatencies() {
    return succeeded;
  }

  /**
   * The same from the intended start: where a user started late, the time by which it was late is
   * part of each of its response times. Equal to {@link #okLatencies()} when nobody was.
   */
  public Latencies intendedLatencies() {
    return intended == null ? succeeded : intended;
  }

  /** Whether some user was late, so that intended and measured times differ. */
  public boolean hasLateUsers() {
    return intended != null;
  }

  /** Times of the requests that failed. */
  public Latencies koLatencies() {
    return failed;
  }
}
