package io.tideline.testkit;

import java.io.IOException;
import org.opentest4j.TestAbortedException;

/**
 * For tests that hold something against a clock. They pass when it is in time, however busy the
 * machine is. When it is not, the question is whose fault that is: if other programs took the
 * processors, or the test was held up while it had nothing to do, it is tried again, and in the end
 * the test is aborted with the words "machine too busy". On a quiet machine it fails at once.
 */
public final class QuietMachine {
  private static final int TRIES = 3;

  private QuietMachine() {}

  /** What a test does and then asserts; done again from its beginning where needed. */
  @FunctionalInterface
  public interface Judged {
    /** Fails by an {@link AssertionError}, or an {@link IOException} that nobody looked for. */
    void run() throws Exception;
  }

  /** Up to three tries. */
  public static void judges(Judged test) throws Exception {
    judges(TRIES, test);
  }

  /** Up to so many tries, for tests that take long. */
  public static void judges(int tries, Judged test) throws Exception {
    judges(tries, test, MachineLoad::begin);
  }

  static void judges(int tries, Judged test, Meters meters) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try (Meter meter = meters.begin()) {
        try {
          test.run();
          return;
        } catch (AssertionError | IOException e) {
          String busy = meter.busy();
          if (busy.isEmpty()) {
            throw e;
          }
          String said = "machine too busy: " + busy + "; " + firstLine(e);
          System.out.println(said + (attempt < tries ? " (tried again)" : ""));
          if (attempt >= tries) {
            throw new TestAbortedException(said, e);
          }
        }
      }
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage())
        .strip()
        .lines()
        .limit(4)
        .map(String::strip)
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  /** Starts to measure. */
  @FunctionalInterface
  interface Meters {
    Meter begin();
  }

  /** How busy the machine was since the begin. */
  interface Meter extends AutoCloseable {
    /** What kept it busy; empty when it was quiet enough. */
    String busy();

    @Override
    void close();
  }
}
