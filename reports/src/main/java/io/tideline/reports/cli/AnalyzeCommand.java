package io.tideline.reports.cli;

import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.SloText;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.TicketFolder;
import io.tideline.reports.report.VerdictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code analyze RESULTS_FOLDER}: statistics and verdict of a run, at any time after it. */
@Command(
    name = "analyze",
    description = {
      "Reads the simulation.log in a results folder of Gatling, prints what was measured against"
          + " what was promised, and writes run.json, verdict.json, junit.xml,"
          + " report.html and tickets into its folder tideline.",
      "A run that Tideline did not make has no plan: it is taken as one phase, and judged by"
          + " --slo, given now or the last time; without any SLO it is INVALID, as nothing was"
          + " asked."
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

  @Option(
      names = "--tickets",
      paramLabel = "FOLDER",
      description = "a folder of tickets that is kept between runs, to which this run is added")
  private @Nullable Path tickets;

  @Option(
      names = "--slo",
      paramLabel = "SLO",
      description = {
        "a promise to judge by, in place of the plan's; may be given several times, such as",
        "--slo 'p95 = 300 ms, errors = 1 %%' --slo 'request = Search, p99 = 1 s'"
      })
  private List<String> slos = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Analysis analysis;
    try {
      List<Slo> given = SloText.parse(slos);
      Analysis own = Analysis.analyze(folder);
      List<Slo> promised =
          given.isEmpty() && own.run().plan() == null
              ? VerdictJson.slos(own.tideline()).orElse(List.of())
              : given;
      analysis = promised.isEmpty() ? own : own.promising(promised);
    } catch (IOException | PlanException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
    analysis.publish(System.out);
    if (tickets != null) {
      new TicketFolder(tickets).note(analysis, System.out);
    }
    return analysis.verdict().result().exitCode();
  }
}
