package io.tideline.reports.cli;

import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.history.Epoch;
import io.tideline.reports.history.History;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.report.HistoryLines;
import io.tideline.reports.report.Past;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code history list|accept|reject|epoch|audit}: the runs that later ones are compared with. */
@Command(
    name = "history",
    description = {
      "The accepted runs of the past, with which later runs are compared. A run with"
          + " -Dhistory=DIR enters by itself when its verdict is PASS; these commands are for what"
          + " a person decides."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    synopsisSubcommandLabel = "list|accept|reject|epoch|audit",
    subcommands = {
      HistoryCommand.ListRuns.class,
      HistoryCommand.Accept.class,
      HistoryCommand.Reject.class,
      HistoryCommand.NewEpoch.class,
      HistoryAuditCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "64:wrong usage, or it cannot be done"})
final class HistoryCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, accept, reject, epoch or audit?");
  }

  /** What all of them need. */
  abstract static class Action implements Callable<Integer> {
    @Option(
        names = "--history",
        paramLabel = "DIR",
        required = true,
        description = "folder of the history; need not be there yet")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try {
        act(new History(folder));
        return 0;
      } catch (IOException e) {
        spec.commandLine().getErr().println(e.getMessage());
        return Tideline.USAGE;
      }
    }

    abstract void act(History history) throws IOException;
  }

  /** {@code history list}. */
  @Command(
      name = "list",
      description = "Prints the accepted runs with their figures, and the epochs.",
      mixinStandardHelpOptions = true)
  static final class ListRuns extends Action {
    @Option(names = "--scenario", paramLabel = "NAME", description = "of one scenario only")
    private @Nullable String scenario;

    @Override
    void act(History history) throws IOException {
      if (!Files.isDirectory(history.folder())) {
        throw new IOException(history.folder() + ": no such folder");
      }
      for (Shelf shelf : history.shelves()) {
        if (scenario == null || scenario.equals(shelf.scenario())) {
          System.out.print(HistoryLines.of(shelf));
        }
      }
    }
  }

  /** {@code history accept}. */
  @Command(
      name = "accept",
      description = {
        "Puts runs into the history. Their own promises need not hold: that is for whoever calls"
            + " this to decide. An INVALID run is refused, because it proves nothing."
      },
      mixinStandardHelpOptions = true)
  static final class Accept extends Action {
    @Parameters(
        paramLabel = "RUN",
        arity = "1..*",
        description = "results folders, or run.json files")
    private List<Path> runs = List.of();

    @Override
    void act(History history) throws IOException {
      for (Path path : runs) {
        Run run = RunReader.read(path);
        refuseInvalid(path, run);
        System.out.println("accepted: " + history.shelfOf(run).accept(run));
      }
    }
  }

  /** {@code history reject}. */
  @Command(
      name = "reject",
      description = "Takes accepted runs out of the history. Their files are kept beside it.",
      mixinStandardHelpOptions = true)
  static final class Reject extends Action {
    @Parameters(
        paramLabel = "NAME",
        arity = "1..*",
        description = "names of runs, as list prints them")
    private List<String> names = List.of();

    @Override
    void act(History history) throws IOException {
      for (String name : names) {
        for (Shelf shelf : shelfWith(name, history)) {
          System.out.println("rejected: " + shelf.reject(name));
        }
      }
    }

    private static List<Shelf> shelfWith(String name, History history) throws IOException {
      for (Shelf shelf : history.shelves()) {
        if (shelf.has(name)) {
          return List.of(shelf);
        }
      }
      throw new IOException(history.folder() + ": no accepted run is " + name + "; see list");
    }
  }

  /** {@code history epoch}. */
  @Command(
      name = "epoch",
      description = {
        "Says that from this run on things are different: a slower build was accepted, or the"
            + " target has moved. The run is accepted, and later runs are compared with it and"
            + " those after it only. If the run was confirmed to be worse, those after it that"
            + " failed in the same way are accepted with it."
      },
      mixinStandardHelpOptions = true)
  static final class NewEpoch extends Action {
    @Parameters(paramLabel = "RUN", description = "results folder, or run.json file")
    private Path path = Path.of("");

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "in words")
    private String reason = "";

    @Override
    void act(History history) throws IOException {
      Run run = RunReader.read(path);
      refuseInvalid(path, run);
      Instant from = run.info().start();
      if (from == null) {
        throw new IOException(path + ": this run does not say when it began");
      }
      Shelf shelf = history.shelfOf(run);
      System.out.println("accepted: " + shelf.accept(run));
      System.out.println("epoch: " + new Epoch(from, reason).write(shelf));
      for (Run later : Past.sameSince(shelf, run)) {
        System.out.println("accepted, for it failed in the same way: " + shelf.accept(later));
      }
    }
  }

  static void refuseInvalid(Path path, Run run) throws IOException {
    Verdict verdict = Gate.judge(run);
    if (verdict.result() == Result.INVALID && !verdict.lacksOnlyQuestions()) {
      throw new IOException(
          path + ": INVALID, so that nothing can be compared with it: " + verdict.reasons().get(0));
    }
  }
}
