package io.tideline.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.reports.history.Epoch;
import io.tideline.reports.history.History;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.stats.Run;
import io.tideline.reports.testkit.RunSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLinesTest {
  @TempDir Path folder;

  private Shelf shelf(int before, int after) throws IOException {
    RunSeries nights = new RunSeries(folder.resolve("runs"));
    History history = new History(folder.resolve("history"));
    for (Run run : nights.next(before, (request, second, random) -> 100)) {
      history.shelfOf(run).accept(run);
    }
    for (Run run : nights.next(after, (request, second, random) -> 150)) {
      history.shelfOf(run).accept(run);
    }
    return history.shelves().get(0);
  }

  @Test
  void whatChangedIsTabledUnderTheRunSinceWhichItIsSo() throws IOException {
    Shelf shelf = shelf(4, 4);
    new Epoch(Instant.parse("2026-10-01T00:00:00Z"), "another machine").write(shelf);

    String text = AuditLines.of(shelf);

    assertThat(text)
        .startsWith("smoke, comparable as " + shelf.fingerprint() + ": 8 accepted\n")
        .containsPattern("\n  from run 5, 2026-\\S+ run-5\n")
        .containsPattern(
            "\n    All requests, mean +[\\d.]+ ms +[\\d.]+ ms +\\+\\d\\d\\.\\d % +p \\de-\\d\\d\n")
        .endsWith("  epoch from 2026-10-01T00:00:00Z: another machine\n");
  }

  @Test
  void whereNothingChangedOrNothingCanBeToldItSaysSo() throws IOException {
    assertThat(AuditLines.of(shelf(8, 0))).endsWith("  no figure changed for good\n");
  }

  @Test
  void tooFewRunsTellNothing() throws IOException {
    assertThat(AuditLines.of(shelf(3, 2))).endsWith("  too few to tell a change: 8 are needed\n");
  }
}
