package io.tideline.simulations.run;

import io.tideline.engine.injection.LoadRun;
import io.tideline.engine.plan.DriftPlan;
import io.tideline.engine.plan.Plan;
import io.tideline.reports.report.SoakLook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a soak while it goes on, as often as its plan says, so that one that leaks badly stops
 * long before its end. It does so on a thread of its own, of the least priority: each look reads
 * all that was recorded so far.
 */
final class Looking implements AutoCloseable {
  private static final double NANOS_PER_HOUR = 3.6e12;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long CLOSING_MILLIS = 5_000;

  private final LoadRun load;
  private final double speedup;
  private final SoakLook look = new SoakLook();
  private @Nullable Thread thread;

  private Looking(LoadRun load, double speedup) {
    this.load = load;
    this.speedup = speedup;
  }

  /** Begins to look at {@code load}, if {@code plan} asks for it. */
  static Looking start(Plan plan, LoadRun load) {
    Looking looking = new Looking(load, plan.load().speedup());
    DriftPlan drift = plan.drift();
    DriftPlan.Look asked = drift == null ? null : drift.look();
    if (asked != null) {
      Thread thread = new Thread(() -> looking.lookAgainAndAgain(asked), "tideline-soak-look");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      looking.thread = thread;
      thread.start();
    }
    return looking;
  }

  private void lookAgainAndAgain(DriftPlan.Look asked) {
    long millis = Math.max(1, Math.round(asked.every().toNanos() / NANOS_PER_MILLI / speedup));
    try {
      Optional<String> found = Optional.empty();
      while (found.isEmpty() || !asked.stop()) {
        Thread.sleep(millis);
        found = lookOnce();
        found.ifPresent(leak -> System.out.println("\nTideline: " + leak));
      }
      load.abort(found.orElseThrow());
    } catch (IOException | RuntimeException e) {
      System.err.println("Tideline: nobody looks for leaks any more: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> lookOnce() throws IOException {
    Optional<Path> folder = load.resultsFolder();
    OptionalLong origin = load.originNanos();
    if (folder.isEmpty() || origin.isEmpty()) {
      return Optional.empty();
    }
    double hour = (System.nanoTime() - origin.getAsLong()) / NANOS_PER_HOUR * speedup;
    return look.at(folder.get(), hour);
  }

  /** Looks no more. */
  @Override
  public void close() {
    Thread looking = thread;
    if (looking != null && looking != Thread.currentThread()) {
      looking.interrupt();
      try {
        looking.join(CLOSING_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
