package io.tideline.reports.cli;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.PlanReader;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.SloText;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.history.History;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.report.Past;
import io.tideline.reports.report.TicketFolder;
import io.tideline.reports.report.VerdictJson;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo.LoadInfo;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--slo",
      paramLabel = "SLO",
      description = {
        "an SLO to judge by, in place of those that the run was judged by before; may be given",
        "several times, such as --slo 'p95 = 300 ms, errors = 1 %%'"
      })
  private List<String> slos = List.of();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "a plan file to take the SLOs from, of --scenario")
  private @Nullable Path plan;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "scenario of --plan (default: the run's own)")
  private @Nullable String scenario;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (history == null && (accept || !confirming.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--accept and --confirm are about a history: add --history DIR");
    }
    try {
      Run run = RunReader.read(path);
      Optional<List<Slo>> other = slos(run);
      Analysis own = Analysis.of(run, folder());
      Analysis analysis = other.isPresent() ? own.promising(other.get()) : own;
      Path folder = history;
      if (folder == null) {
        return publish(analysis);
      }
      Past past = Past.of(analysis.run(), new History(folder), BandSettings.STANDARD);
      past.problems().forEach(problem -> System.out.println("History: " + problem));
      List<Run> fresh =
          new ConfirmationRuns(path, analysis, past.earlier().accepted()).read(confirming);
      Analysis judged = analysis.against(past.earlier().confirmedBy(fresh));
      int exitCode = publish(judged);
      if (accept) {
        Optional<Path> kept = past.keep(judged);
        System.out.println(
            kept.map(file -> "  accepted: " + file)
                .orElseGet(() -> "  not accepted: " + Past.whyNot(judged)));
      }
      return exitCode;
    } catch (IOException | PlanException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  /** What to judge by in place of the run's own plan: as given, or as it was judged before. */
  private Optional<List<Slo>> slos(Run run) throws IOException {
    if (!slos.isEmpty() && plan != null) {
      throw new IOException("--slo and --plan: give one of the two");
    }
    if (scenario != null && plan == null) {
      throw new IOException("--scenario " + scenario + ": is one of a plan; add --plan FILE");
    }
    if (!slos.isEmpty()) {
      return Optional.of(SloText.parse(slos));
    }
    Path file = plan;
    return file == null ? VerdictJson.slos(folder()) : Optional.of(ofPlan(file, run));
  }

  private List<Slo> ofPlan(Path file, Run run) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": there is no such plan file");
    }
    LoadInfo load = run.info().load();
    String name = scenario != null ? scenario : load == null ? null : load.scenario();
    if (name == null) {
      throw new IOException(
          file + ": the run does not say which scenario it is; name one with --scenario");
    }
    Options options = new Options(Map.of("scenario", name), Map.of());
    return new PlanReader(Catalogue.any(), options).read(file).slos();
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
}
