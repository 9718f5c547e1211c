package io.tideline.reports.report;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.gate.Earlier;
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
 * A run, analysed: its statistics and the verdict on it.
 *
 * @param tideline folder for what is written of it
 * @param run its statistics
 * @param promises what it is judged by
 * @param verdict on it
 */
public record Analysis(Path tideline, Run run, Promises promises, Verdict verdict) {

  /**
   * What a run is judged by.
   *
   * @param slos what must hold; none leaves the validity of the numbers alone
   * @param validity when the numbers may be trusted
   */
  public record Promises(List<Slo> slos, Validity validity) {
    public Promises {
      slos = List.copyOf(slos);
    }

    /** Those of the run's own plan; without one, none. */
    static Promises of(Run run) {
      Plan plan = run.plan();
      return plan == null
          ? new Promises(List.of(), Validity.STANDARD)
          : new Promises(plan.slos(), plan.validity());
    }
  }

  /**
   * Analyses Gatling's results folder of one run. A log that is cut off or damaged gives an INVALID
   * verdict on what was salvaged.
   *
   * @throws IOException when the folder cannot be analysed at all: it is not there, has no log, or
   *     the log is of a Gatling that cannot be read; the message is one sentence for the user
   */
  public static Analysis analyze(Path resultsFolder) throws IOException {
    ResultsFolder folder = new ResultsFolder(resultsFolder);
    return of(folder.read().run(), folder.tideline());
  }

  /**
   * Judges a run that was read back.
   *
   * @param tideline folder for what is written of it
   */
  public static Analysis of(Run run, Path tideline) {
    Promises promises = Promises.of(run);
    return new Analysis(
        tideline, run, promises, Gate.judge(run, promises.slos(), promises.validity()));
  }

  /** The same run judged by other promises than those of its plan. */
  public Analysis promising(List<Slo> slos) {
    Promises other = new Promises(slos, promises.validity());
    return new Analysis(tideline, run, other, Gate.judge(run, slos, other.validity()));
  }

  /** The same run judged by earlier runs as well. */
  public Analysis against(Earlier earlier) {
    return new Analysis(
        tideline, run, promises, Gate.judge(run, promises.slos(), promises.validity(), earlier));
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
    Path html = tideline.resolveSibling("index.html");
    if (Files.exists(html)) {
      out.println("  " + html);
    }
    out.flush();
  }
}
