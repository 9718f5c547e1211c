package io.tideline.reports.cli;

import io.tideline.reports.report.Analysis;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge RUN... -o OUT}: the slices of a run on several generators become one run. */
@Command(
    name = "merge",
    description = {
      "Adds up the slices of a run that several generators made with -Dslice=0/N to -Dslice=N-1/N,"
          + " judges the whole run, and writes run.json and verdict.json into OUT/tideline.",
      "Counts and histograms are exact sums. Slices that are missing, did not run together, or"
          + " differ in plan, data or target make the whole INVALID."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:PASS", "1:FAIL", "2:INVALID", "64:wrong usage, or not slices of a run"})
final class MergeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "a run's folder, or its run.json; one for each slice, in any order")
  private List<Path> slices = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      description = "the folder of the whole run; made if it is not there")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Analysis analysis;
    try {
      analysis = merged(new ResultsFolder(out));
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
    analysis.publish(System.out);
    return analysis.verdict().result().exitCode();
  }

  private Analysis merged(ResultsFolder folder) throws IOException {
    List<Run> runs = new ArrayList<>();
    Path whole = folder.tideline().resolve(RunJson.FILE_NAME);
    for (Path slice : slices) {
      if (Files.exists(whole) && Files.isSameFile(RunReader.locate(slice), whole)) {
        throw new IOException(out + ": is the folder of a slice; name a folder for the whole run");
      }
      runs.add(RunReader.read(slice));
    }
    return Analysis.merging(runs, folder);
  }
}
