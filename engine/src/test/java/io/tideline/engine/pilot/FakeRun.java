package io.tideline.engine.pilot;

import io.tideline.engine.resource.Consumption;
import io.tideline.engine.resource.Unit;
import io.tideline.engine.simlog.LogBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run whose clock goes on only while somebody sleeps. Each user sends one request; the target
 * answers so many of them in each tenth of a second, and fails the others. Its log is written in
 * whole seconds.
 */
final class FakeRun implements SearchedRun {
  static final long SECOND = 1_000_000_000L;

  /** The log begins before the run does. */
  static final int AHEAD_MILLIS = 350;

  private static final long TICK = SECOND / 10;
  private static final double POOL = 8;

  final StartTally tally = new StartTally();
  final List<Double> factors = new ArrayList<>();
  boolean done;
  long lagNanos;
  long overAt = Long.MAX_VALUE;

  private final Path log;
  private final double rate;
  private final double limit;
  private final LogBytes bytes = LogBytes.withRun();
  private final List<Long> dues = new ArrayList<>();
  private double factor = 1;
  private double owed;
  private long now;

  FakeRun(Path log, double rate, double limit) {
    this.log = log;
    this.rate = rate;
    this.limit = limit;
  }

  @Override
  public long nowNanos() {
    return now;
  }

  @Override
  public void sleepUntil(long nanos) {
    while (now < nanos) {
      tick();
      if (now % SECOND == 0) {
        write();
      }
    }
  }

  private void tick() {
    owed += rate * factor * TICK / SECOND;
    int users = (int) owed;
    owed -= users;
    for (int i = 0; i < users; i++) {
      user(now + TICK * i / users, i < limit * TICK / SECOND);
    }
    now += TICK;
  }

  private void user(long due, boolean ok) {
    dues.add(due);
    tally.started(due, due + lagNanos);
    int millis = (int) (due / 1_000_000) + AHEAD_MILLIS;
    bytes.user(0, true, millis);
    bytes.request(List.of("Browse timeline"), "Open", millis, millis + 20, ok ? "" : "503");
    bytes.user(0, false, millis + 20);
  }

  private void write() {
    try {
      byte[] all = bytes.bytes();
      int from = Files.exists(log) ? (int) Files.size(log) : 0;
      byte[] more = Arrays.copyOfRange(all, from, all.length);
      Files.write(
          log,
          more,
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long dueBefore(long nanos) {
    return dues.stream().filter(due -> due < nanos).count();
  }

  @Override
  public long active() {
    return 0;
  }

  /** Its pool of connections can serve as many users as its limit says, and others wait. */
  @Override
  public List<Consumption> consumed(long fromNanos, long toNanos) {
    double load = rate * factor;
    double used = Math.min(POOL, POOL * load / limit);
    double waiting = Math.max(0, load - limit) / 10;
    return List.of(
        new Consumption("/metrics", "cpu", Unit.SHARE, load / 1_000, load / 900, 1.0, null, 6),
        new Consumption("/metrics", "connections", Unit.COUNT, used, used, POOL, waiting, 6));
  }

  @Override
  public boolean isOver() {
    return done || now >= overAt;
  }

  @Override
  public void scale(double other) {
    factor = other;
    factors.add(other);
  }

  @Override
  public void done() {
    done = true;
  }
}
