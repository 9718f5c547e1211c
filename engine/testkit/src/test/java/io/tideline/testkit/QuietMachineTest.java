package io.tideline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tideline.testkit.MachineLoad.Ticks;
import io.tideline.testkit.QuietMachine.Meter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.opentest4j.TestAbortedException;

class QuietMachineTest {
  private static QuietMachine.Meters saying(String busy) {
    return () ->
        new Meter() {
          @Override
          public String busy() {
            return busy;
          }

          @Override
          public void close() {}
        };
  }

  private static void tooLate() {
    throw new AssertionError("\nExpecting 9\nto be less than 5");
  }

  @Test
  void whatIsInTimePassesHoweverBusyTheMachineIs() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    QuietMachine.judges(3, runs::incrementAndGet, saying("somebody computes"));
    assertThat(runs).hasValue(1);
  }

  @Test
  void onAQuietMachineATestFailsAtOnceByItsOwnWords() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> QuietMachine.judges(3, QuietMachineTest::tooLate, saying("")))
        .withMessageContaining("Expecting 9");
  }

  @Test
  void onABusyMachineItIsTriedAgainAndThenAbortedAndSaysWhy() {
    AtomicInteger runs = new AtomicInteger();
    assertThatExceptionOfType(TestAbortedException.class)
        .isThrownBy(
            () ->
                QuietMachine.judges(
                    3,
                    () -> {
                      runs.incrementAndGet();
                      tooLate();
                    },
                    saying("somebody computes")))
        .withMessage("machine too busy: somebody computes; Expecting 9 to be less than 5");
    assertThat(runs).hasValue(3);
  }

  @Test
  void whatPassesAtItsSecondTryHasPassed() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    QuietMachine.judges(
        3,
        () -> {
          if (runs.incrementAndGet() == 1) {
            tooLate();
          }
        },
        saying("somebody computes"));
    assertThat(runs).hasValue(2);
  }

  @Test
  void anErrorThatIsNoAssertionIsNotForgiven() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                QuietMachine.judges(
                    3,
                    () -> {
                      throw new IllegalStateException("broken");
                    },
                    saying("somebody computes")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatAChildUsesIsTheBuildsOwn() throws Exception {
    double before = Ticks.own();
    Process child = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    try {
      Waiting.until("it has computed", () -> Ticks.used(child.pid()) > 20);
      double used = Ticks.used(child.pid());
      assertThat(Ticks.own() - before).isGreaterThanOrEqualTo(used);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anotherProgramThatComputesIsSeenAndNamed() throws Exception {
    stranger().waitFor();
    try (MachineLoad load = MachineLoad.begin()) {
      Waiting.until(
          "it is seen",
          Duration.ofSeconds(5),
          () ->
              load.foreign() > 0.01 / Runtime.getRuntime().availableProcessors()
                  || !load.busy().isEmpty());
    }
  }

  /** A program that computes for two seconds and is nobody's child: its parent has ended. */
  private static Process stranger() throws IOException {
    return new ProcessBuilder("sh", "-c", "timeout 2 sh -c 'while :; do :; done' >/dev/null 2>&1 &")
        .start();
  }
}
