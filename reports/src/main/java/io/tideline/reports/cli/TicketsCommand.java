package io.tideline.reports.cli;

import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.WholeFile;
import io.tideline.reports.ticket.KeptTicket;
import io.tideline.reports.ticket.Ticket;
import io.tideline.reports.ticket.TicketBook;
import io.tideline.reports.ticket.TicketsJson;
import io.tideline.reports.ticket.TicketsReader;
import io.tideline.reports.tracker.DryWire;
import io.tideline.reports.tracker.HttpWire;
import io.tideline.reports.tracker.Pace;
import io.tideline.reports.tracker.Poster;
import io.tideline.reports.tracker.Tracker;
import io.tideline.reports.tracker.TrackerException;
import io.tideline.reports.tracker.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tickets RUN_FOLDER}: lists the tickets of a run, or posts them to a tracker. */
@Command(
    name = "tickets",
    description = {
      "Lists the tickets of a run. With --post it shows what GitHub Issues or Jira would be sent,"
          + " and with --send it sends that: new findings become issues, known ones are noted, and"
          + " those whose check passed are closed. Posting twice changes nothing.",
      "The token comes from the environment: TIDELINE_GITHUB_TOKEN, or TIDELINE_JIRA_USER and"
          + " TIDELINE_JIRA_TOKEN."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Tideline.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:listed, shown, or all posted that may be at a time",
      "64:wrong usage, no tickets there, or no token",
      "69:the tracker refused, or did not answer; try again later, nothing is posted twice"
    })
final class TicketsCommand implements Callable<Integer> {
  /** Exit code when a service is not available, EX_UNAVAILABLE of BSD's sysexits. */
  static final int UNAVAILABLE = 69;

  @Parameters(
      paramLabel = "RUN_FOLDER",
      description = "the results folder of one run, after it was analysed")
  private Path folder = Path.of("");

  @ArgGroup(exclusive = false, heading = "%nPosting:%n")
  private Destination destination = new Destination();

  @Option(names = "--send", description = "send it; without this nothing leaves this machine")
  private boolean send;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "most issues to touch at a time; default: ${DEFAULT-VALUE}")
  private int most = 10;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "milliseconds between two writes; default: ${DEFAULT-VALUE}")
  private int pause = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try {
      TicketBook book = read();
      if (!destination.isNamed()) {
        list(book, System.out);
        return 0;
      }
      return post(book, System.out);
    } catch (IOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Tideline.USAGE;
    }
  }

  private TicketBook read() throws IOException {
    Path file = folder.resolve(ResultsFolder.TIDELINE).resolve(TicketsJson.FILE_NAME);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          folder
              + ": there is no "
              + ResultsFolder.TIDELINE
              + "/"
              + TicketsJson.FILE_NAME
              + " in it; analyze makes it");
    }
    try {
      return TicketsReader.read(WholeFile.text(file));
    } catch (IOException e) {
      throw new IOException(file + ": cannot be read as tickets: " + e.getMessage(), e);
    }
  }

  private static void list(TicketBook book, PrintStream out) {
    for (KeptTicket kept : book.tickets()) {
      Ticket ticket = kept.ticket();
      out.println(ticket.rating().priority() + "  " + ticket.title());
      out.println("    tickets/" + ticket.page());
    }
    if (book.tickets().isEmpty()) {
      out.println("No tickets.");
    }
  }

  private int post(TicketBook book, PrintStream out) throws IOException {
    Tracker tracker = destination.tracker(send ? System.getenv() : Map.of(), send);
    String base = destination.base();
    Wire wire =
        send
            ? new HttpWire(base, tracker, Pace.of(Duration.ofMillis(pause)))
            : new DryWire(base, out);
    try {
      new Poster(tracker, wire, most, said -> say(out, said)).post(book);
    } catch (TrackerException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return UNAVAILABLE;
    }
    if (!send) {
      out.println("Nothing was sent; add --send to send it.");
    }
    return 0;
  }

  private void say(PrintStream out, String sentence) {
    if (send) {
      out.println(sentence);
    }
  }
}
