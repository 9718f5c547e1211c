package io.tideline.simulations.full;

import io.tideline.simulations.full.Outcome.Result;
import io.tideline.testkit.QuietMachine;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Leaves out what the ledger has as passed, lets fail at once what it has as failed, and writes
 * down what comes of the others. An exam that is ended in its middle leaves nothing, and so is
 * tried again.
 */
final class ExamExtension implements ExecutionCondition, InvocationInterceptor {
  /** {@code -Dfull.again=true}: what failed is tried again; {@code all}: what passed as well. */
  private static final String AGAIN = "full.again";

  private static final Pattern INVOCATION = Pattern.compile(".*invocation:#(\\d+)]$");
  private static final int LONGEST = 300;
  private static final double NANOS = 1e9;

  private final Ledger ledger;
  private final Judge judge;

  /** Runs a test; aborts it where it fails on a machine that is too busy to tell. */
  @FunctionalInterface
  interface Judge {
    void judges(QuietMachine.Judged test) throws Exception;
  }

  /** With the ledger of this source. */
  ExamExtension() {
    this(FullRun.ledger(), test -> QuietMachine.judges(1, test));
  }

  ExamExtension(Ledger ledger, Judge judge) {
    this.ledger = ledger;
    this.judge = judge;
  }

  /**
   * Of a test, or of one invocation of a test with parameters; of anything else it is no exam's.
   */
  static String id(Class<?> type, Method method, String uniqueId) {
    Matcher invocation = INVOCATION.matcher(uniqueId);
    String id = type.getSimpleName() + "." + method.getName();
    return invocation.matches() ? id + "[" + invocation.group(1) + "]" : id;
  }

  private static String id(ExtensionContext context) {
    return id(
        context.getRequiredTestClass(), context.getRequiredTestMethod(), context.getUniqueId());
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      return ConditionEvaluationResult.enabled("a class of exams");
    }
    return asked(id(context));
  }

  ConditionEvaluationResult asked(String exam) {
    Outcome before = ledger.outcomes().get(exam);
    return before != null && before.result() == Result.PASSED && !"all".equals(again())
        ? ConditionEvaluationResult.disabled("passed at " + before.begun())
        : ConditionEvaluationResult.enabled("not passed yet");
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> how, ExtensionContext context)
      throws Throwable {
    examine(test, id(context));
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> how, ExtensionContext context)
      throws Throwable {
    examine(test, id(context));
  }

  void examine(Invocation<Void> test, String exam) throws Throwable {
    Outcome before = ledger.outcomes().get(exam);
    if (before != null && before.result() == Result.FAILED && again().isEmpty()) {
      test.skip();
      throw new AssertionError(
          "failed at " + before.begun() + ": " + before.came() + "; -Dfull.again=true tries again");
    }
    String begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    long from = System.nanoTime();
    FullRun.notes();
    System.out.println("Full: " + exam + " begins at " + begun + "; " + ledger.tried());
    try {
      judge.judges(() -> proceed(test));
      add(exam, Result.PASSED, begun, from, FullRun.notes());
    } catch (TestAbortedException e) {
      add(exam, Result.NOT_JUDGED, begun, from, firstLine(e));
      throw e;
    } catch (Throwable e) {
      if (isEnding(e)) {
        throw e;
      }
      String notes = FullRun.notes();
      add(exam, Result.FAILED, begun, from, notes + (notes.isEmpty() ? "" : "; ") + firstLine(e));
      throw e;
    }
  }

  private static void proceed(Invocation<Void> test) throws Exception {
    try {
      test.proceed();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static String again() {
    return System.getProperty(AGAIN, "");
  }

  /** Somebody ends the call: that says nothing about the exam. */
  private static boolean isEnding(Throwable e) {
    return e instanceof InterruptedException || Thread.currentThread().isInterrupted();
  }

  private void add(String exam, Result result, String begun, long from, String came)
      throws IOException {
    double seconds = Math.round((System.nanoTime() - from) / NANOS);
    ledger.add(new Outcome(ledger.source(), exam, result, begun, seconds, came));
  }

  private static String firstLine(Throwable e) {
    String text = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
  }
}
