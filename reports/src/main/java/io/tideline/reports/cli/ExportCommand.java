package io.tideline.reports.cli;

import io.tideline.reports.export.Export;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export RUN --csv|--hlog|--global-stats}: a run in the formats of other tools. */
@Command(
    name = "export",
    description = "Writes a run in the formats of other tools; several may be asked for at once.",
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:written", "64:wrong usage, no run.json, or it cannot be written"})
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "RUN", description = "a run's folder, or its run.json")
  private Path source = Path.of("");

  @Option(names = "--csv", description = "timeline.csv: the run over time, all and each request")
  private boolean csv;

  @Option(
      names = "--hlog",
      description = "latencies.hlog: the same as histograms, for HdrHistogram's tools")
  private boolean hlog;

  @Option(
      names = "--global-stats",
      description = "js/global_stats.json: the summary that Gatling wrote up to 3.13.4")
  private boolean globalStats;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "where the files go (default: the run's folder)")
  private @Nullable Path out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Set<Export> wanted = wanted();
    if (wanted.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Which format? One or more of --csv, --hlog, --global-stats");
    }
    try {
      Run run = RunReader.read(source);
      for (Export export : wanted) {
        System.out.println(write(export, run));
      }
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  private Set<Export> wanted() {
    Set<Export> wanted = EnumSet.noneOf(Export.class);
    if (csv) {
      wanted.add(Export.CSV);
    }
    if (hlog) {
      wanted.add(Export.HLOG);
    }
    if (globalStats) {
      wanted.add(Export.GLOBAL_STATS);
    }
    return wanted;
  }

  private Path write(Export export, Run run) throws IOException {
    Path file = folder().resolve(export.file()).toAbsolutePath().normalize();
    Path parent = file.getParent();
    if (parent != null) {
      WholeFile.createFolder(parent);
    }
    return WholeFile.write(file, export.text(run));
  }

  private Path folder() {
    Path chosen = out;
    if (chosen != null) {
      return chosen;
    }
    Path parent = source.toAbsolutePath().normalize().getParent();
    return Files.isDirectory(source) || parent == null ? source : parent;
  }
}
