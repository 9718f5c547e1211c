package io.tideline.reports.cli;

import io.tideline.engine.plan.Catalogue;
import io.tideline.engine.plan.Options;
import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.PlanException;
import io.tideline.engine.plan.PlanReader;
import io.tideline.reports.preview.Preview;
import io.tideline.reports.preview.PreviewPage;
import io.tideline.reports.preview.PreviewText;
import io.tideline.reports.report.Colours;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code preview --scenario NAME}: what a run would be, without sending any load. */
@Command(
    name = "preview",
    customSynopsis =
        "tideline preview --scenario=NAME [-Dname=value]... [--plan=FILE] [--page=FILE]",
    description = {
      "Shows what a run would be: its curve, phases, users, requests, bytes and caps. Writes the"
          + " same as a page. No load is sent.",
      "A run that would be refused for its caps is drawn too, with the reasons below.",
      "-Dname=value gives an option as the run itself takes it: rate, duration, speedup, seed, env,"
          + " baseUrl, ...; environment variables TIDELINE_NAME count as well."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run would pass its caps' check",
      "64:wrong usage, a plan with problems, or a run that would be refused"
    })
final class PreviewCommand implements Callable<Integer> {
  private static final Path USUAL_PLAN =
      Path.of("simulations", "src", "test", "resources", "tideline.conf");

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      description = "the scenario; the same as -Dscenario=NAME")
  private @Nullable String scenario;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "the plan file; the same as -Dplan=FILE"
              + " (default: simulations/src/test/resources/tideline.conf)")
  private @Nullable String plan;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "where the page goes (default: preview-SCENARIO.html in the current folder)")
  private @Nullable Path page;

  /** Not in the list of options, which would show it as {@code -D=name=value}. */
  @Option(names = "-D", paramLabel = "name=value", hidden = true)
  private Map<String, String> given = new LinkedHashMap<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      Options options = options();
      Path file = options.value("plan").map(Path::of).orElse(USUAL_PLAN);
      Plan planned = new PlanReader(Catalogue.any(), options).read(file);
      return show(Preview.of(planned, notes()));
    } catch (PlanException | IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  private Options options() {
    Map<String, String> all = new LinkedHashMap<>(given);
    if (scenario != null) {
      all.put("scenario", scenario);
    }
    if (plan != null) {
      all.put("plan", plan);
    }
    return new Options(all, System.getenv());
  }

  /** A misspelt option would be passed over in silence. */
  private List<String> notes() {
    return given.keySet().stream()
        .filter(name -> !Options.NAMES.contains(name))
        .map(
            name ->
                "-D"
                    + name
                    + " is no option of a run and was passed over; options are "
                    + String.join(", ", new TreeSet<>(Options.NAMES))
                    + ".")
        .toList();
  }

  private int show(Preview preview) throws IOException {
    Charset charset = Terminal.charset();
    PrintStream out = new PrintStream(System.out, false, charset);
    out.print(PreviewText.of(preview, charset, Colours.ofTerminal()));
    out.flush();
    Path file = page == null ? Path.of("preview-" + preview.plan().scenario() + ".html") : page;
    Path written = WholeFile.write(file.toAbsolutePath().normalize(), PreviewPage.of(preview));
    out.println();
    out.println("Page: " + written.toUri());
    out.flush();
    return preview.refusals().isEmpty() ? 0 : Tideline.USAGE;
  }
}
