package io.tideline.reports.cli;

import io.tideline.reports.history.History;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.report.AuditLines;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code history audit}: where the long history changed. */
@Command(
    name = "audit",
    description = {
      "Prints from which accepted run on a figure is different and stayed so: what crept in, step by"
          + " step, below the bands of single runs, and what became faster. It is for people to"
          + " read, and never fails."
    },
    mixinStandardHelpOptions = true)
final class HistoryAuditCommand extends HistoryCommand.Action {
  @Option(names = "--scenario", paramLabel = "NAME", description = "of one scenario only")
  private @Nullable String scenario;

  @Override
  void act(History history) throws IOException {
    if (!Files.isDirectory(history.folder())) {
      throw new IOException(history.folder() + ": no such folder");
    }
    for (Shelf shelf : history.shelves()) {
      if (scenario == null || scenario.equals(shelf.scenario())) {
        System.out.print(AuditLines.of(shelf));
      }
    }
  }
}
