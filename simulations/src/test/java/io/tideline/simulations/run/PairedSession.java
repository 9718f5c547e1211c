package io.tideline.simulations.run;

import io.tideline.reports.gate.Paired;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.report.Analysis;
import io.tideline.reports.stats.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A baseline and a candidate in turns on this host: baseline, candidate, candidate, baseline. The
 * first run is this process' own, the others are fresh ones.
 */
final class PairedSession {
  private final FreshRuns fresh;
  private final Map<String, String> baseline;

  /**
   * @param baseUrl of the baseline
   */
  PairedSession(FreshRuns fresh, String baseUrl) {
    this.fresh = fresh;
    this.baseline = Map.of("baseUrl", baseUrl);
  }

  /** A session with the candidate's folder, into which its verdict goes. */
  private record Made(Paired session, Path tideline) {}

  /**
   * The verdict on the candidate; on {@code first}, the baseline's run, when the session could not
   * be made.
   *
   * @param confirm how many more sessions may be made when the candidate seems worse
   */
  Analysis judge(Analysis first, int confirm) throws IOException {
    Optional<Made> made = session(first.run());
    if (made.isEmpty()) {
      System.out.println("Tideline: the session is not whole; this is the baseline's verdict:");
      return first;
    }
    Paired session = made.get().session();
    Analysis judged = Analysis.of(session, made.get().tideline());
    boolean open = judged.verdict().result() == Result.PASS && judged.verdict().asksToConfirm();
    List<Paired> others = new ArrayList<>();
    for (int i = 0; open && i < confirm; i++) {
      System.out.printf("Tideline: fresh session %d of %d to confirm ...%n", i + 1, confirm);
      Optional<Analysis> again = fresh.one(baseline);
      if (again.isPresent()) {
        session(again.get().run()).map(Made::session).ifPresent(others::add);
      }
    }
    return others.isEmpty()
        ? judged
        : Analysis.of(session.confirmedBy(others), made.get().tideline());
  }

  private Optional<Made> session(Run first) throws IOException {
    System.out.println("Tideline: candidate, candidate, baseline ...");
    Optional<Analysis> candidate = fresh.one(Map.of());
    Optional<Analysis> again = candidate.isEmpty() ? candidate : fresh.one(Map.of());
    Optional<Analysis> last = again.isEmpty() ? again : fresh.one(baseline);
    return last.map(
        baselineAgain ->
            new Made(
                new Paired(
                    first,
                    candidate.orElseThrow().run(),
                    again.orElseThrow().run(),
                    baselineAgain.run()),
                candidate.orElseThrow().tideline()));
  }
}
