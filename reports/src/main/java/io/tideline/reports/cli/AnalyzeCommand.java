package io.tideline.reports.cli;

import io.tideline.reports.report.Analysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analyze RESULTS_FOLDER}: statistics and verdict of a run, at any time after it. */
@Command(
    name = "analyze",
    description = {
      "Reads the simulation.log in a results folder of Gatling, prints what was measured against"
          + " what was promised, and writes run.json, verdict.json and report.html into its folder tideline.",
      "A run that Tideline did not make has no plan: it is taken as one phase, and only whether its"
          + " numbers can be trusted is judged."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:PASS", "1:FAIL", "2:INVALID", "64:wrong usage, or nothing to analyse"})
final class AnalyzeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RESULTS_FOLDER",
      description = "the folder of one run, with its simulation.log")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Analysis analysis;
    try {
      analysis = Analysis.analyze(folder);
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
    analysis.publish(System.out);
    return analysis.verdict().result().exitCode();
  }
}
