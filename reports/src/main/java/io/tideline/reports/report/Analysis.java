package io.tideline.reports.report;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.WholeFile;
import io.tideline.reports.ticket.TicketBook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A results folder, analysed: the run's statistics and the verdict on it.
 *
 * @param folder what was analysed
 * @param run its statistics
 * @param verdict on it, by the SLOs of its plan; without a plan only by its own validity
 */
public record Analysis(ResultsFolder folder, Run run, Verdict verdict) {

  /**
   * Analyses Gatling's results folder of one run. A log that is cut off or damaged gives an INVALID
   * verdict on what was salvaged.
   *
   * @throws IOException when the folder cannot be analysed at all: it is not there, has no log, or
   *     the log is of a Gatling that cannot be read; the message is one sentence for the user
   */
  public static Analysis analyze(Path resultsFolder) throws IOException {
    ResultsFolder folder = new ResultsFolder(resultsFolder);
    return of(folder, folder.read().run());
  }

  /** Judges a run that is known already; what is written goes into {@code folder}. */
  public static Analysis of(ResultsFolder folder, Run run) {
    Plan plan = run.plan();
    List<Slo> slos = plan == null ? List.of() : plan.slos();
    Validity validity = plan == null ? Validity.STANDARD : plan.validity();
    return new Analysis(folder, run, Gate.judge(run, slos, validity));
  }

  /** Prints the summary; its last line is the verdict. */
  public void print(PrintStream out) {
    out.print(ConsoleReport.text(run, verdict, Colours.ofTerminal()));
    out.flush();
  }

  /**
   * Writes {@code run.json}, {@code verdict.json}, {@code junit.xml} and {@code tickets.json} into
   * the folder's {@code tideline} folder, and a page for each ticket. Each appears whole or not at
   * all.
   *
   * @return the files, in the order in which they were written, without the pages
   * @throws IOException when one cannot be written; the message says which and why
   */
  public List<Path> write() throws IOException {
    Path tideline = folder.tideline();
    WholeFile.createFolder(tideline);
    return List.of(
        WholeFile.write(tideline.resolve(RunJson.FILE_NAME), RunJson.text(run)),
        WholeFile.write(tideline.resolve(VerdictJson.FILE_NAME), VerdictJson.text(verdict)),
        WholeFile.write(tideline.resolve(JUnitXml.FILE_NAME), JUnitXml.text(run, verdict)),
        RunTickets.write(tideline, TicketBook.of(run, verdict)));
  }

  /** Prints the summary and writes the files; then prints where they are, or why they are not. */
  public void publish(PrintStream out) {
    print(out);
    try {
      write().forEach(file -> out.println("  " + file));
    } catch (IOException e) {
      out.println("Not written: " + e.getMessage());
    }
    Path html = folder.path().resolve("index.html");
    if (Files.exists(html)) {
      out.println("  " + html);
    }
    out.flush();
  }
}
