package io.tideline.engine.fault;

import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.PlannedFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The course of the faults through a run: each begins and ends at its time on the plan's clock, the
 * first only when the SLOs hold until then, and all of them end when a guard says so, when the run
 * is over, or when their keeper is gone. On one thread, which calls {@link #step} some twenty times
 * a second; {@link #close} may be called by another when that has ended.
 */
public final class FaultRun implements AutoCloseable {
  private static final long LOOK_NANOS = 500_000_000;
  private static final long COUNT_NANOS = 1_000_000_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEBIBYTE = 1 << 20;

  private final FaultPlan plan;
  private final BrokenRun run;
  private final KeeperProcess keeper;
  private final ProxyLog proxies;
  private final SteadyState state;
  private final List<FaultCourse> courses = new ArrayList<>();
  private final ConcurrentLinkedQueue<Runnable> told = new ConcurrentLinkedQueue<>();
  private boolean begun;
  private boolean ended;
  private long lookedNanos = Long.MIN_VALUE;
  private long countedNanos = Long.MIN_VALUE;

  /**
   * @param keeper whose proxies are open
   * @param proxies takes what goes through them
   */
  FaultRun(BrokenRun run, KeeperProcess keeper, ProxyLog proxies) {
    this.plan = run.plan().faults();
    this.run = run;
    this.keeper = keeper;
    this.proxies = proxies;
    this.state = new SteadyState(run);
    for (PlannedFault fault : plan.faults()) {
      courses.add(new FaultCourse(fault, run, keeper));
    }
    keeper.onUnasked(report -> told.add(() -> leaseOver(report)));
  }

  /**
   * The faults of {@code run}.
   *
   * @param keeper whose proxies are open
   * @param results the run's folder of Tideline's files
   */
  public static FaultRun of(BrokenRun run, KeeperProcess keeper, Path results) throws IOException {
    Path file = results.resolve(ProxyLog.FILE_NAME);
    return new FaultRun(run, keeper, new ProxyLog(file, run.plan().faults()));
  }

  private void leaseOver(Report report) {
    courses.stream()
        .filter(course -> course.name().equals(report.fault()))
        .forEach(course -> course.leaseOver(report));
  }

  /** Does what is due. */
  public void step() throws IOException {
    long now = run.nowNanos();
    for (Runnable news = told.poll(); news != null; news = told.poll()) {
      news.run();
    }
    if (now >= 0 && now - COUNT_NANOS >= countedNanos) {
      countedNanos = now;
      count(now);
    }
    if (ended) {
      courses.forEach(FaultCourse::hear);
      return;
    }
    if (lookedNanos == Long.MIN_VALUE || now - LOOK_NANOS >= lookedNanos) {
      lookedNanos = now;
      guard();
    }
    if (!ended) {
      advance(now);
    }
  }

  private void count(long now) {
    keeper
        .counts()
        .thenAccept(
            counts -> {
              try {
                proxies.write(now / NANOS_PER_SECOND, counts);
              } catch (IOException e) {
                told.add(() -> endAll("proxies.jsonl cannot be written: " + e.getMessage()));
              }
            });
  }

  private void advance(long now) {
    boolean over = run.isOver();
    for (FaultCourse course : courses) {
      if (course.isDue(now) && !over && mayBegin()) {
        course.begin();
      }
      if (course.isToEnd(now, over)) {
        course.end(over ? "the run is over" : null);
      }
      course.hear();
    }
  }

  /** Whether the first fault may begin; if not, none does. */
  private boolean mayBegin() {
    if (begun || ended) {
      return !ended;
    }
    begun = true;
    Optional<String> problem = state.problem();
    problem.ifPresent(
        why -> {
          String sentence = "no steady state before the faults: " + why;
          courses.forEach(course -> course.leaveOut(sentence));
          ended = true;
          run.stop(sentence);
        });
    return problem.isEmpty();
  }

  private void guard() throws IOException {
    state.look();
    if (keeper.isDead()) {
      keeperGone();
      return;
    }
    if (!begun) {
      return;
    }
    Optional<String> errors = state.tooManyErrors(plan.guards());
    if (errors.isPresent()) {
      endAll(errors.get());
      run.abort(errors.get());
      return;
    }
    OptionalLong free = MachineMemory.free();
    if (free.isPresent() && free.getAsLong() < plan.guards().freeMemoryBytes()) {
      String why =
          String.format(
              Locale.ROOT, "guard: %.0f MiB of memory are free", free.getAsLong() / MEBIBYTE);
      endAll(why);
      run.abort(why);
    }
  }

  private void endAll(String why) {
    ended = true;
    courses.forEach(course -> course.end(why));
  }

  /** What the keeper left is put back here; its proxies are gone, and so is the run's sense. */
  private void keeperGone() throws IOException {
    ended = true;
    String left;
    try {
      left = String.join("; ", keeper.putBackWhatIsLeft());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      left = "interrupted while it was put back";
    }
    String sentence =
        "the keeper of the faults has died" + (left.isEmpty() ? "" : "; put back: " + left);
    courses.forEach(course -> course.lost(sentence));
    run.stop(sentence);
  }

  /** Ends whatever is still broken, and waits until it is put back. */
  @Override
  public void close() throws IOException {
    courses.forEach(course -> course.end("the run has ended"));
    courses.forEach(FaultCourse::awaitEnd);
    proxies.close();
  }
}
