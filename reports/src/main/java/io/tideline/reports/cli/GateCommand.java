package io.tideline.reports.cli;

import io.tideline.reports.band.BandSettings;
import io.tideline.reports.history.History;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.Past;
import io.tideline.reports.report.TicketFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gate RUN}: the verdict on a run by its promises and by earlier runs. */
@Command(
    name = "gate",
    description = {
      "Judges a run by the promises of its plan and, with --history, by tolerance bands around the"
          + " accepted runs of the past; writes the verdict beside run.json.",
      "A run above a band is suspected, and warned of. Fresh runs of the same build, given with"
          + " --confirm, make that a FAIL or a PASS. The same FAIL in three runs in a row is a"
          + " lasting shift: one finding, with the command that accepts it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:PASS", "1:FAIL", "2:INVALID", "64:wrong usage, or nothing to judge"})
final class GateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "results folder, or run.json file")
  private Path path = Path.of("");

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description = "folder with the accepted runs of the past; need not be there yet")
  private @Nullable Path history;

  @Option(
      names = "--confirm",
      paramLabel = "RUN",
      description = "a fresh run of the same build; give two or more")
  private List<Path> confirming = List.of();

  @Option(
      names = "--accept",
      description =
          "put the run into the history if it passes (marked, if it is suspected); a confirmed"
              + " regression is remembered there")
  private boolean accept;

  @Option(
      names = "--tickets",
      paramLabel = "FOLDER",
      description = "a folder of tickets that is kept between runs, to which this run is added")
  private @Nullable Path tickets;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      Analysis analysis = Analysis.of(RunReader.read(path), folder());
      Path folder = history;
      if (folder == null) {
        return publish(analysis);
      }
      Past past = Past.of(analysis.run(), new History(folder), BandSettings.STANDARD);
      past.problems().forEach(problem -> System.out.println("History: " + problem));
      Analysis judged = analysis.against(past.earlier().confirmedBy(confirming(analysis.run())));
      int exitCode = publish(judged);
      Optional<Path> kept = accept ? past.keep(judged) : Optional.empty();
      kept.ifPresent(file -> System.out.println("  accepted: " + file));
      return exitCode;
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  /** The folder of the run's file: what is written of it goes beside that. */
  private Path folder() throws IOException {
    return WholeFile.folderOf(RunReader.locate(path));
  }

  private int publish(Analysis analysis) {
    analysis.publish(System.out);
    if (tickets != null) {
      new TicketFolder(tickets).note(analysis, System.out);
    }
    return analysis.verdict().result().exitCode();
  }

  private List<Run> confirming(Run run) throws IOException {
    List<Run> fresh = new ArrayList<>();
    for (Path each : confirming) {
      Run other = RunReader.read(each);
      List<String> differences = run.fingerprint().differences(other.fingerprint());
      if (!differences.isEmpty()) {
        throw new IOException(
            each + ": cannot confirm " + path + ": " + String.join("; ", differences));
      }
      fresh.add(other);
    }
    return fresh;
  }
}
