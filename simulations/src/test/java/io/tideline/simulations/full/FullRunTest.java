package io.tideline.simulations.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.simulations.full.Outcome.Result;
import io.tideline.testkit.QuietMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A full run that is ended goes on with what is missing, and its table says what came. */
class FullRunTest {
  @TempDir Path folder;

  private final AtomicInteger tried = new AtomicInteger();

  private Ledger ledger(String source) {
    return new Ledger(folder, source);
  }

  private void examine(String exam, Invocation<Void> test) throws Throwable {
    new ExamExtension(ledger("now"), QuietMachine.Judged::run).examine(test, exam);
  }

  private boolean isAsked(String source, String exam) {
    return !new ExamExtension(ledger(source), QuietMachine.Judged::run).asked(exam).isDisabled();
  }

  private Void passes() {
    tried.incrementAndGet();
    FullRun.note("PASS");
    return null;
  }

  private Void fails() {
    tried.incrementAndGet();
    throw new AssertionError("it was\n  FAIL");
  }

  @Test
  void whatHasPassedIsNotTriedAgainUnlessTheSourceHasChanged() throws Throwable {
    assertThat(isAsked("now", "a")).isTrue();
    examine("a", this::passes);

    assertThat(isAsked("now", "a")).isFalse();
    assertThat(isAsked("now", "b")).isTrue();
    assertThat(isAsked("another source", "a")).isTrue();
    assertThat(ledger("now").outcomes().get("a").came()).isEqualTo("PASS");
  }

  @Test
  void whatHasFailedFailsAgainWithoutBeingTried() {
    assertThatThrownBy(() -> examine("a", this::fails)).hasMessage("it was\n  FAIL");

    assertThat(isAsked("now", "a")).as("so that Maven fails").isTrue();
    assertThatThrownBy(() -> examine("a", this::passes))
        .hasMessageContaining("it was FAIL; -Dfull.again=true tries again");
    assertThat(tried).hasValue(1);
  }

  @Test
  void whatWasNotJudgedOrEndedIsTriedAgain() throws Throwable {
    assertThatThrownBy(
            () ->
                examine(
                    "busy",
                    () -> {
                      throw new TestAbortedException("machine too busy: somebody computes");
                    }))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(
            () ->
                examine(
                    "ended",
                    () -> {
                      throw new InterruptedException("ended by hand");
                    }))
        .isInstanceOf(InterruptedException.class);

    assertThat(ledger("now").outcomes()).containsOnlyKeys("busy");
    assertThat(isAsked("now", "busy")).isTrue();
    assertThat(isAsked("now", "ended")).isTrue();
    examine("busy", this::passes);
    assertThat(isAsked("now", "busy")).isFalse();
  }

  @Test
  void aLedgerMayEndAtAnyByte() throws Throwable {
    examine("a", this::passes);
    examine("b", this::passes);
    byte[] whole = Files.readAllBytes(folder.resolve(Ledger.FILE_NAME));
    for (int bytes = 0; bytes < whole.length; bytes += 13) {
      Path file = folder.resolve(Ledger.FILE_NAME);
      Files.write(
          file, java.util.Arrays.copyOf(whole, bytes), StandardOpenOption.TRUNCATE_EXISTING);
      boolean hadFirst = !isAsked("now", "a");
      ledger("now").add(new Outcome("now", "c", Result.PASSED, "2026-01-01T00:00:00Z", 1, "PASS"));
      assertThat(isAsked("now", "c")).as("added after %d bytes", bytes).isFalse();
      assertThat(!isAsked("now", "a")).isEqualTo(hadFirst);
    }
  }

  @Test
  void theTableSaysWhatCameAndWhatIsMissing() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("ResilienceIT.passes[1]", "overload");
    expected.put("KillsIT.kills[1]", "0");
    expected.put("SoaksIT.aCycleIsNoDrift", "");
    Outcome passed =
        new Outcome(
            "now", "ResilienceIT.passes[1]", Result.PASSED, "2026-01-01T00:00:00Z", 90, "PASS");
    Outcome failed =
        new Outcome("now", "KillsIT.kills[1]", Result.FAILED, "2026-01-01T00:02:00Z", 6, "a | b");

    assertThat(ExamTable.of(expected, Map.of(passed.exam(), passed, failed.exam(), failed), "now"))
        .startsWith("Full run of source now: 1 passed, 1 failed, 0 not judged, 1 not tried, of 3\n")
        .contains(
            "| ResilienceIT.passes[1] | overload | passed | 2026-01-01T00:00:00Z | 1.5 | PASS |")
        .contains("| KillsIT.kills[1] | 0 | failed | 2026-01-01T00:02:00Z | 0.1 | a \\| b |")
        .contains("| SoaksIT.aCycleIsNoDrift |  | not tried | | | |");
  }

  @Test
  void everyExamIsInTheTable() throws IOException {
    Map<String, String> expected = ExamTable.expected();

    assertThat(expected)
        .hasSizeGreaterThan(60)
        .containsEntry("ResilienceIT.withAllItsProtectionsTheStandInPasses[2]", "overload")
        .containsEntry("ScenariosIT.itEndsWithItsVerdict[1]", "baseline")
        .containsKey("KillsIT.nothingIsLostNothingIsLeftAndNobodyIsToldPass[20]");
    try (var files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("IT.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (Files.readString(file).contains("\n@Exam(")) {
          assertThat(ExamTable.CLASSES).contains(name);
        }
      }
    }
  }

  @Test
  void theStateOfTheSourceIsThatOfItsBytes() {
    assertThat(FullRun.source()).matches("[0-9a-f]{12}").isEqualTo(FullRun.source());
  }
}
