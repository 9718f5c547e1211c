package io.tideline.reports.cli;

import io.tideline.reports.page.ComparePage;
import io.tideline.reports.report.Colours;
import io.tideline.reports.report.ComparisonText;
import io.tideline.reports.report.VerdictBeside;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunReader;
import io.tideline.reports.stats.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare A B}: two runs beside each other, without a verdict. */
@Command(
    name = "compare",
    description = {
      "Shows two runs beside each other, on the console and as a page, and says whether they may be"
          + " compared at all. It gives no verdict: two runs of unchanged code differ as well.",
      "A run is its run.json, or a results folder in which analyze has made one."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the page was written", "64:wrong usage, or there is no such run"})
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "the run that the other is seen against")
  private Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "the other run")
  private Path b = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where the page goes (default: ${DEFAULT-VALUE} in the current folder)",
      defaultValue = "compare.html")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  private static void open(String name, Path run, PrintStream out) throws IOException {
    for (String sentence : VerdictBeside.open(run)) {
      out.println(name + ": " + sentence);
    }
  }

  @Override
  public Integer call() {
    try {
      Run first = RunReader.read(a);
      Run second = RunReader.read(b);
      PrintStream out = new PrintStream(System.out, false, Terminal.charset());
      open("A", a, out);
      open("B", b, out);
      out.print(ComparisonText.of(first, second, Colours.ofTerminal()));
      out.flush();
      Path page =
          WholeFile.write(output.toAbsolutePath().normalize(), ComparePage.of(first, second));
      out.println();
      out.println("Page: " + page.toUri());
      out.flush();
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }
}
