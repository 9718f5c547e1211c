package io.tideline.reports.report;

import io.tideline.reports.gate.Check;
import io.tideline.reports.gate.DriftChecks;
import io.tideline.reports.soak.ThreeDigits;
import io.tideline.reports.stats.ResultsFolder;
import io.tideline.reports.stats.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at a run that goes on, from what it has recorded so far. A leak counts once two looks on
 * end have found it: many looks err more often than one. One thread at a time.
 */
public final class SoakLook {
  private Set<String> before = new HashSet<>();

  /**
   * Looks once more.
   *
   * @param resultsFolder Gatling's, of the run that goes on
   * @param hour of the plan
   * @return what leaks, in one sentence; empty when nothing does
   * @throws IOException when the records cannot be read
   */
  public Optional<String> at(Path resultsFolder, double hour) throws IOException {
    return at(new ResultsFolder(resultsFolder).read().run(), hour);
  }

  Optional<String> at(Run run, double hour) {
    List<Check> leaks = DriftChecks.look(run);
    Set<String> seen = before;
    before = leaks.stream().map(Check::id).collect(Collectors.toSet());
    return leaks.stream()
        .filter(check -> seen.contains(check.id()))
        .findFirst()
        .map(
            check ->
                "at hour "
                    + ThreeDigits.of(hour)
                    + " of the plan two looks on end found that "
                    + check.sentence());
  }
}
