package io.tideline.reports.report;

import io.tideline.engine.plan.Plan;
import io.tideline.engine.plan.Slo;
import io.tideline.engine.plan.Validity;
import io.tideline.reports.gate.Gate;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.page.Findings;
import io.tideline.reports.page.ReportPage;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    ResultsFolder.Contents contents = folder.read();
    Plan plan = contents.plan();
    List<Slo> slos = plan == null ? List.of() : plan.slos();
    Validity validity = plan == null ? Validity.STANDARD : plan.validity();
    return new Analysis(folder, contents.run(), Gate.judge(contents.run(), slos, validity));
  }

  /** Prints the summary; its last line is the verdict. */
  public void print(PrintStream out) {
    out.print(ConsoleReport.text(run, verdict, Colours.ofTerminal()));
    out.flush();
  }

  /**
   * Writes {@code run.json}, {@code verdict.json} and {@code report.html} into the folder's {@code
   * tideline} folder. Each appears whole or not at all. A page that cannot be drawn is a problem in
   * what is returned, and loses nothing of the other files.
   *
   * @throws IOException when one of the others cannot be written; the message says which and why
   */
  public Written write() throws IOException {
    return write(ReportPage::of);
  }

  Written write(Function<Findings, String> drawing) throws IOException {
    Path tideline = folder.tideline();
    WholeFile.createFolder(tideline);
    List<Path> files = new ArrayList<>();
    files.add(WholeFile.write(tideline.resolve(RunJson.FILE_NAME), RunJson.text(run)));
    files.add(WholeFile.write(tideline.resolve(VerdictJson.FILE_NAME), VerdictJson.text(verdict)));
    Path page = tideline.resolve(ReportPage.FILE_NAME);
    try {
      files.add(WholeFile.write(page, drawing.apply(Findings.of(run, verdict))));
      return new Written(files, List.of());
    } catch (IOException e) {
      return new Written(files, List.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      return new Written(files, List.of(page + ": cannot be drawn: " + e));
    }
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
    Path html = folder.path().resolve("index.html");
    if (Files.exists(html)) {
      out.println("  " + html);
    }
    out.flush();
  }
}
