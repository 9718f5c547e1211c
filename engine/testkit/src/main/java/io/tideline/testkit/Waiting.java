package io.tideline.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for facts. What comes after an event comes after a while: never look just once. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long EVERY_MILLIS = 20;

  private Waiting() {}

  /** Waits until it is so, for half a minute at most. */
  public static void until(String what, Callable<Boolean> fact) throws InterruptedException {
    until(what, PATIENCE, fact);
  }

  /** Waits until it is so; fails when it is not within {@code most}. */
  public static void until(String what, Duration most, Callable<Boolean> fact)
      throws InterruptedException {
    long begin = System.nanoTime();
    while (!holds(fact)) {
      if (System.nanoTime() - begin > most.toNanos()) {
        throw new AssertionError("not within " + most.toSeconds() + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
    }
  }

  /**
   * Waits until an assertion holds, for half a minute at most; then it fails as it did last. For
   * facts of several parts, of which the failure is to say which is missing.
   */
  public static void untilAsserted(Assertion assertion) throws Exception {
    long begin = System.nanoTime();
    while (true) {
      try {
        assertion.check();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
          throw e;
        }
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
    }
  }

  private static boolean holds(Callable<Boolean> fact) {
    try {
      return fact.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What is to hold in the end. */
  @FunctionalInterface
  public interface Assertion {
    /** Fails by an {@link AssertionError} as long as it does not. */
    void check() throws Exception;
  }
}
