package io.tideline.reports.report;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.band.BandSettings;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Paired;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.page.Findings;
import io.tideline.reports.page.ReportPage;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import io.tideline.reports.stats.SlicedRun;
import io.tideline.reports.stats.WholeFile;
import io.tideline.reports.ticket.TicketBook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A run, analysed: its statistics and the verdict on it.
 *
 * @param tideline folder for what is written of it
 * @param run its statistics
 * @param promises what it is judged by
 * @param verdict on it
 * @param earlier the accepted runs that it is compared with, the oldest first
 */
public record Analysis(
    Path tideline, Run run, Promises promises, Verdict verdict, List<Run> earlier) {

  public Analysis {
    earlier = List.copyOf(earlier);
  }

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
        tideline, run, promises, Gate.judge(run, promises.slos(), promises.validity()), List.of());
  }

  /**
   * Merges slices of a run and judges the whole.
   *
   * @param folder of the whole run
   * @throws IOException when they are no slices; the message is a sentence
   */
  public static Analysis merging(List<Run> slices, ResultsFolder folder) throws IOException {
    List<String> unsound = new ArrayList<>();
    for (Run slice : slices) {
      Gate.unsound(slice).forEach(sentence -> unsound.add(slice.info().id() + ": " + sentence));
    }
    return of(SlicedRun.of(slices, folder.id(), unsound), folder.tideline());
  }

  /**
   * Whether the run did what it was to do: its verdict is PASS, or it is a slice with complete
   * records of a generator that was well, which only {@link #merging} can judge.
   */
  public boolean succeeded() {
    return verdict.result() == Verdict.Result.PASS
        || (run.isSlice() && run.info().complete() && Gate.unsound(run).isEmpty());
  }

  /** The same run judged by other promises than those of its plan. */
  public Analysis promising(List<Slo> slos) {
    Promises other = new Promises(slos, promises.validity());
    Verdict judged = Gate.judge(run, slos, other.validity());
    return new Analysis(tideline, run, other, judged, earlier);
  }

  /** The verdict on another run by the same promises. */
  public Verdict sameOf(Run other) {
    return Gate.judge(other, promises.slos(), promises.validity());
  }

  /** The same run judged by earlier runs as well. */
  public Analysis against(Earlier past) {
    Verdict judged = Gate.judge(run, promises.slos(), promises.validity(), past);
    return new Analysis(tideline, run, promises, judged, past.accepted());
  }

  /**
   * The candidate of a paired session, judged beside its baseline.
   *
   * @param tideline folder for what is written of the candidate's first run
   */
  public static Analysis of(Paired session, Path tideline) {
    Run candidate = session.candidate();
    return new Analysis(
        tideline,
        candidate,
        Promises.of(candidate),
        Gate.judge(session, BandSettings.STANDARD),
        List.of(session.baseline(), session.baselineAgain()));
  }

  /** Prints the summary; its last line is the verdict. */
  public void print(PrintStream out) {
    out.print(ConsoleReport.text(run, verdict, Colours.ofTerminal()));
    out.flush();
  }

  /**
   * Writes {@code run.json}, {@code verdict.json}, {@code junit.xml}, {@code tickets.json} with a
   * page for each ticket, and {@code report.html}. Each appears whole or not at all. A report that
   * cannot be drawn is a problem in what is returned, and loses nothing of the other files.
   *
   * @return the files, in the order in which they were written, without the tickets' pages
   * @throws IOException when one of the others cannot be written; the message says which and why
   */
  public Written write() throws IOException {
    return write(ReportPage::of);
  }

  Written write(Function<Findings, String> drawing) throws IOException {
    List<Path> files = new ArrayList<>(writeWithoutPage());
    Path page = tideline.resolve(ReportPage.FILE_NAME);
    try {
      files.add(WholeFile.write(page, drawing.apply(Findings.of(run, verdict, earlier))));
      return new Written(files, List.of());
    } catch (IOException e) {
      return new Written(files, List.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      return new Written(files, List.of(page + ": cannot be drawn: " + e));
    }
  }

  /**
   * Writes the same but for {@code report.html}, which costs the most and which nothing else reads:
   * for a verdict that may not be the last one.
   *
   * @return the files, as above
   * @throws IOException when one cannot be written
   */
  public List<Path> writeWithoutPage() throws IOException {
    WholeFile.createFolder(tideline);
    List<Path> files = new ArrayList<>();
    files.add(WholeFile.write(tideline.resolve(RunJson.FILE_NAME), RunJson.text(run)));
    files.add(
        WholeFile.write(
            tideline.resolve(VerdictJson.FILE_NAME), VerdictJson.text(verdict, promises.slos())));
    files.add(WholeFile.write(tideline.resolve(JUnitXml.FILE_NAME), JUnitXml.text(run, verdict)));
    files.add(RunTickets.write(tideline, TicketBook.of(run, verdict)));
    return files;
  }

  /** Prints the summary and writes the files; then prints where they are, or why they are not. */
  public void publish(PrintStream out) {
    print(out);
    try {
      Written written = write();
      written.files().forEach(file -> out.println("  " + file));
      written.problems().forEach(problem -> out.println("Not written: " + problem));
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
