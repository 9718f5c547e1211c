package io.tideline.reports.history;

import io.tideline.reports.stats.Fingerprint;
import io.tideline.reports.stats.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The runs of the past, on shelves of runs that may be compared:
 *
 * <pre>
 *   SCENARIO/FINGERPRINT/about.json    what these runs have in common
 *                        accepted/     one run.json each, named START_ID.json
 *                        failed/       runs that were confirmed to be worse, for a person to accept
 *                        notes/        what is remembered of the verdicts on suspected and failed runs
 *                        rejected/     runs that a person took out
 *                        epochs/       when a person said that from here on things are different
 *                        damaged/      files that could not be read, set aside
 *                        calibration.json   the environment's noise, where it was measured
 * </pre>
 *
 * Every file is written under another name and then moved to its own, and no two jobs write the
 * same one, so that any number of them may use the folder at once.
 *
 * @param folder need not be there yet; may be on a mounted share
 */
public record History(Path folder) {
  private static final String WITHOUT_PLAN = "no-scenario";

  /**
   * The shelf of the runs that {@code run} may be compared with. Earlier versions named the folder
   * of a shelf by more than that, and put all runs without a plan on one: what {@code run} may be
   * compared with is found there too.
   */
  public Shelf shelfOf(Run run) {
    Fingerprint fingerprint = run.fingerprint();
    String scenario = fingerprint.scenario();
    Path within = folder.resolve(scenario == null ? WITHOUT_PLAN : FileName.safe(scenario));
    Path own = within.resolve(fingerprint.id());
    List<Path> before =
        foldersIn(within).stream()
            .filter(each -> !each.equals(own) && About.mayHold(each, fingerprint))
            .toList();
    return new Shelf(own, before, fingerprint);
  }

  /**
   * The accepted runs of the scenario that {@code run} is not compared with, a sentence for each
   * shelf, which says what keeps it from that; of the shelf with the fewest differences first.
   */
  public List<String> incomparable(Run run) throws IOException {
    Fingerprint fingerprint = run.fingerprint();
    String scenario = fingerprint.scenario();
    Path within = folder.resolve(scenario == null ? WITHOUT_PLAN : FileName.safe(scenario));
    Map<String, Integer> sentences = new LinkedHashMap<>();
    for (Path each : foldersIn(within)) {
      List<String> differences = About.differences(each, fingerprint);
      int accepted = new Shelf(each).files(Shelf.ACCEPTED).size();
      if (!differences.isEmpty() && accepted > 0) {
        sentences.put(
            each
                + ": "
                + accepted
                + (accepted == 1 ? " accepted run is" : " accepted runs are")
                + " not compared with this one: "
                + String.join("; ", differences),
            differences.size());
      }
    }
    return sentences.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All shelves, by scenario and fingerprint; none when there is no such folder. */
  public List<Shelf> shelves() throws IOException {
    return foldersIn(folder).stream()
        .flatMap(scenario -> foldersIn(scenario).stream())
        .map(Shelf::new)
        .toList();
  }

  private static List<Path> foldersIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> within = Files.list(folder)) {
      return within.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
