package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.engine.plan.Scope;
import io.tideline.engine.schedule.StartLog;
import io.tideline.engine.simlog.UnsupportedGatlingException;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.stats.Ending;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.Users;
import io.tideline.reports.testkit.SampleRun;
import io.tideline.reports.testkit.SampleRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutLogTest {
  @TempDir Path folder;

  @Test
  void aLogCutAtAnyByteIsInvalidAndCountsNoMoreThanTheWhole() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Path log = folder.resolve("simulation.log");
    byte[] whole = Files.readAllBytes(log);
    Analysis complete = Analysis.analyze(folder);
    assertThat(complete.verdict().result()).isEqualTo(Result.PASS);
    long requests = requests(complete);

    long most = 0;
    for (int length = 0; length < whole.length; length++) {
      Files.write(log, Arrays.copyOf(whole, length));
      Analysis cut = Analysis.analyze(folder);
      assertThat(cut.verdict().result()).isEqualTo(Result.INVALID);
      assertThat(cut.run().info().ending()).isEqualTo(Ending.CUT_OFF);
      assertThat(cut.verdict().reasons().get(0)).startsWith("Run cut off: ").contains("byte");
      assertThat(requests(cut)).isBetween(most, requests);
      most = requests(cut);
    }
  }

  @Test
  void aForeignLogCutAtAnyByteNeverThrowsAndPassesOnlyWhereNobodyWasActive() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Files.delete(folder.resolve("tideline").resolve("plan.json"));
    Path log = folder.resolve("simulation.log");
    byte[] whole = Files.readAllBytes(log);

    for (int length = 0; length < whole.length; length++) {
      Files.write(log, Arrays.copyOf(whole, length));
      Analysis cut = Analysis.analyze(folder);
      Users users = cut.run().users();
      boolean allLeft = users.started() == users.ended() && users.started() > 0;
      assertThat(allLeft || cut.verdict().result() == Result.INVALID).isTrue();
    }
  }

  @Test
  void anInterruptedRunIsInvalidEvenIfItsLogIsCutAndOwesNoArrivalsAfterTheInterruption()
      throws Exception {
    SampleRuns.of(
            5,
            List.of(SampleRun.phase("one", 2, false, 1), SampleRun.phase("two", 9, false, 1)),
            SampleRun.HEALTHY)
        .writeTo(folder);
    interrupt(StartLog.Ending.INTERRUPTED);
    Path log = folder.resolve("simulation.log");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(whole, whole.length / 4));

    Analysis analysis = Analysis.analyze(folder);

    assertThat(analysis.run().info().ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(analysis.verdict().result()).isEqualTo(Result.INVALID);
    assertThat(analysis.verdict().reasons()).singleElement().asString().contains("interrupted");
  }

  /**
   * Ends the record of starts otherwise; the ending's ordinal is in the second field of the end.
   */
  private void interrupt(StartLog.Ending ending) throws Exception {
    Path starts = folder.resolve("tideline").resolve(StartLog.FILE_NAME);
    byte[] bytes = Files.readAllBytes(starts);
    bytes[bytes.length - Long.BYTES - 1] = (byte) ending.ordinal();
    Files.write(starts, bytes);
  }

  @Test
  void aFlippedBitNeverThrowsUnlessItIsOneClearSentence() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Path log = folder.resolve("simulation.log");
    byte[] whole = Files.readAllBytes(log);
    for (int bit = 0; bit < whole.length * Byte.SIZE; bit += 19) {
      byte[] flipped = whole.clone();
      flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      Files.write(log, flipped);
      try {
        Analysis analysis = Analysis.analyze(folder);
        assertThat(ConsoleReport.text(analysis.run(), analysis.verdict(), Colours.OFF))
            .contains("Verdict: " + analysis.verdict().result());
        assertThat(RunJson.text(analysis.run())).isNotEmpty();
      } catch (UnsupportedGatlingException refused) {
        assertThat(refused).hasMessageStartingWith(log + ": written by Gatling ");
      }
    }
  }

  @Test
  void aRecordOfStartsCutAtAnyByteIsInvalid() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Path starts = folder.resolve("tideline").resolve("starts.log");
    byte[] whole = Files.readAllBytes(starts);
    for (int length = 0; length < whole.length; length++) {
      Files.write(starts, Arrays.copyOf(whole, length));
      Analysis cut = Analysis.analyze(folder);
      assertThat(cut.verdict().result()).isEqualTo(Result.INVALID);
      assertThat(cut.run().info().complete()).isFalse();
    }
  }

  @Test
  void aMissingRecordOfStartsIsInvalidAndNamesTheFile() throws Exception {
    SampleRuns.tiny().writeTo(folder);
    Path starts = folder.resolve("tideline").resolve("starts.log");
    Files.delete(starts);

    Analysis analysis = Analysis.analyze(folder);

    assertThat(analysis.verdict().result()).isEqualTo(Result.INVALID);
    assertThat(analysis.verdict().reasons().get(0))
        .contains("tideline")
        .contains("starts.log: there is no record of starts");
  }

  private static long requests(Analysis analysis) {
    return analysis.run().pool(Scope.EVERYTHING).requests();
  }
}
