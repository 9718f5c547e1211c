package io.tideline.reports.report;

import io.tideline.reports.band.BandSettings;
import io.tideline.reports.band.Calibration;
import io.tideline.reports.gate.Earlier;
import io.tideline.reports.history.CalibrationFile;
import io.tideline.reports.history.History;
import io.tideline.reports.history.Shelf;
import io.tideline.reports.stats.Run;
import io.tideline.reports.stats.RunInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run's past is: the runs that it is compared with, and where it may be put itself.
 *
 * @param shelf of the history, with the runs of its fingerprint
 * @param earlier the runs to compare with
 * @param problems with the history, a sentence each; none of them stops a verdict
 */
public record Past(Shelf shelf, Earlier earlier, List<String> problems) {
  /** So many of an epoch's first runs stay fixed, to be held against when it has grown long. */
  private static final int ANCHOR_RUNS = 10;

  public Past {
    problems = List.copyOf(problems);
  }

  /**
   * The past of {@code run}: what was accepted in the present epoch and began before it.
   *
   * @throws IOException when the folder is there and cannot be read
   */
  public static Past of(Run run, History history, BandSettings settings) throws IOException {
    Shelf shelf = history.shelfOf(run);
    Shelf.Contents contents = shelf.present();
    List<String> problems = new ArrayList<>(contents.problems());
    Calibration calibration = calibration(shelf, problems);
    List<Run> accepted =
        contents.runs().stream().filter(each -> isBefore(each.info(), run.info())).toList();
    boolean grown = accepted.size() > settings.runs().most();
    List<Run> anchor = grown ? accepted.subList(0, ANCHOR_RUNS) : List.of();
    Earlier earlier = new Earlier(accepted, anchor, List.of(), settings.calibrated(calibration));
    return new Past(shelf, earlier, problems);
  }

  private static boolean isBefore(RunInfo other, RunInfo run) {
    Instant there = other.start();
    Instant here = run.start();
    return there != null && here != null ? there.isBefore(here) : !other.id().equals(run.id());
  }

  private static Calibration calibration(Shelf shelf, List<String> problems) {
    try {
      return CalibrationFile.read(shelf);
    } catch (IOException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Calibration.NONE;
    }
  }

  /** Puts an analysed run among the accepted ones, if its verdict makes it fit for that. */
  public Optional<Path> keep(Analysis analysis) throws IOException {
    return analysis.verdict().isFitForHistory()
        ? Optional.of(shelf.accept(analysis.run()))
        : Optional.empty();
  }
}
