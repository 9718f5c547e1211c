package io.tideline.reports.cli;

import io.tideline.reports.stats.TidelineVersion;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 pass, 1 fail, 2 invalid, 64 wrong usage; 70 for a fault of
 * Tideline itself, so that it is taken for no verdict.
 */
@Command(
    name = "tideline",
    description = "Answers of load tests: PASS, FAIL or INVALID.",
    subcommands = {
      AnalyzeCommand.class,
      DumpCommand.class,
      GateCommand.class,
      CalibrateCommand.class,
      CompareCommand.class,
      MergeCommand.class,
      ExportCommand.class,
      HistoryCommand.class,
      TicketsCommand.class,
      PreviewCommand.class,
      WatchCommand.class,
      ControlCommand.class,
      ProxyCommand.class
    },
    versionProvider = Tideline.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:PASS, or nothing was to be judged",
      "1:FAIL: the target does not keep what was promised",
      "2:INVALID: the numbers prove nothing",
      "64:wrong usage",
      "69:a tracker refused tickets, or did not answer",
      "70:a fault of Tideline itself"
    })
public final class Tideline implements Runnable {
  /** Exit code of wrong usage, EX_USAGE of BSD's sysexits. */
  static final int USAGE = 64;

  /** Exit code of an unexpected exception, EX_SOFTWARE. */
  static final int FAULT = 70;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Tideline() {}

  /** Runs the command that {@code args} name, and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Tideline())
        .setExitCodeExceptionMapper(fault -> FAULT)
        .setParameterExceptionHandler(Tideline::explain)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  private static int explain(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try --help: " + command.getCommandSpec().qualifiedName() + " --help");
    return USAGE;
  }

  /** Tells Tideline's version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Tideline " + TidelineVersion.CURRENT};
    }
  }
}
