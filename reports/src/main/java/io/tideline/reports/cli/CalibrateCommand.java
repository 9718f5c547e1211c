package io.tideline.reports.cli;

import io.tideline.reports.band.Calibration;
import io.tideline.reports.gate.RegressionChecks;
import io.tideline.reports.history.CalibrationFile;
import io.tideline.reports.history.History;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code calibrate RUN...}: how much runs of unchanged code differ in an environment. */
@Command(
    name = "calibrate",
    description = {
      "Measures from at least "
          + Calibration.FEWEST_RUNS
          + " runs of unchanged code how much their figures differ, and keeps it in the history."
          + " Before that a noise of 10 % is assumed, and each verdict says so."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "64:wrong usage, or it cannot be done"})
final class CalibrateCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "results folders, or run.json files, of unchanged code")
  private List<Path> paths = List.of();

  @Option(names = "--history", paramLabel = "DIR", required = true, description = "of the history")
  private Path history = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      List<Run> runs = alike();
      Calibration calibration = RegressionChecks.calibrate(runs);
      Path file = CalibrationFile.write(calibration, new History(history).shelfOf(runs.get(0)));
      calibration
          .deviations()
          .forEach(
              (id, deviation) ->
                  System.out.printf(Locale.ROOT, "  %5.1f %%  %s%n", PERCENT * deviation, id));
      System.out.println("noise of " + calibration.runs() + " runs: " + file);
      return 0;
    } catch (IOException | IllegalArgumentException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  private List<Run> alike() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Path path : paths) {
      Run run = RunReader.read(path);
      HistoryCommand.refuseInvalid(path, run);
      List<String> differences =
          runs.isEmpty() ? List.of() : runs.get(0).fingerprint().differences(run.fingerprint());
      if (!differences.isEmpty()) {
        throw new IOException(
            path + ": not comparable with " + paths.get(0) + ": " + String.join("; ", differences));
      }
      boolean twice =
          runs.stream()
              .map(Run::info)
              .anyMatch(
                  other ->
                      other.id().equals(run.info().id())
                          && Objects.equals(other.start(), run.info().start()));
      if (twice) {
        throw new IOException(path + ": given twice; noise is how different runs differ");
      }
      runs.add(run);
    }
    return runs;
  }
}
