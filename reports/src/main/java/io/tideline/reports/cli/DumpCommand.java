package io.tideline.reports.cli;

import io.tideline.reports.dump.LogDump;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dump LOG}: the records of a simulation.log, for people. */
@Command(
    name = "dump",
    description = {
      "Prints the records of a simulation.log, one line of JSON each, in the order of the file."
          + " Times are milliseconds since the start that the first line names.",
      "A log that is cut off or damaged is printed as far as it goes; the last line says how it"
          + " ends."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the log was read, however it ends",
      "64:wrong usage, no log, or one of a Gatling that is not known"
    })
final class DumpCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "RESULTS_FOLDER_OR_LOG",
      description = "the folder of one run, or its simulation.log")
  private Path source = Path.of("");

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "print the first N records only (default: all)")
  private long limit = LogDump.NO_LIMIT;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new ParameterException(spec.commandLine(), "--limit " + limit + ": 0 or more");
    }
    // Not System.out, which says nothing when a pipe has been closed at its other end.
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      LogDump.write(source, limit, out);
      return 0;
    } catch (UncheckedIOException e) {
      String why = why(e);
      return closedByReader(why) ? 0 : refused("standard output: " + why);
    } catch (IOException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static String why(UncheckedIOException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  /** Whoever reads, {@code head} for one, has had enough: that is no error. */
  private static boolean closedByReader(String why) {
    return why.toLowerCase(Locale.ROOT).contains("pipe");
  }

  private int refused(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return Tideline.USAGE;
  }
}
