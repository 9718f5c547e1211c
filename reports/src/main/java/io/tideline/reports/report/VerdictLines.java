package io.tideline.reports.report;

import io.tideline.reports.gate.Check.Kind;
import io.tideline.reports.gate.Suspicion;
import io.tideline.reports.gate.Verdict;
import io.tideline.reports.gate.Verdict.Result;
import io.tideline.reports.report.Colours.Ink;
import java.util.ArrayList;
import java.util.List;

/** A verdict as lines: its reasons when there are several, and last the verdict itself. */
final class VerdictLines {
  private static final int MOST_REASONS = 12;

  private VerdictLines() {}

  static List<String> of(Verdict verdict, Colours colours) {
    List<String> lines = new ArrayList<>();
    List<String> reasons = verdict.reasons();
    if (reasons.size() > 1) {
      reasons.stream().limit(MOST_REASONS).forEach(reason -> lines.add("  - " + reason));
      int more = reasons.size() - MOST_REASONS;
      if (more > 0) {
        lines.add("  - and " + more + " more in " + VerdictJson.FILE_NAME);
      }
      lines.add("");
    }
    if (verdict.checks().stream().allMatch(check -> check.kind() == Kind.VALIDITY)) {
      lines.add("No SLO was given: only whether the numbers can be trusted was judged.");
    }
    warnings(verdict, lines, colours);
    if (verdict.result() == Result.PASS) {
      verdict.unknown().forEach(clause -> lines.add("Not known: " + clause));
    }
    lines.add(colours.paint("Verdict: " + inShort(verdict), ink(verdict)));
    return lines;
  }

  private static void warnings(Verdict verdict, List<String> lines, Colours colours) {
    List<String> warnings = verdict.warnings();
    Suspicion suspicion = verdict.suspicion();
    if (suspicion != null && verdict.result() != Result.PASS) {
      lines.add(colours.paint("Warning: " + suspicion.sentence(), Ink.DOUBTFUL));
    }
    warnings.stream()
        .limit(MOST_REASONS)
        .forEach(warning -> lines.add(colours.paint("Warning: " + warning, Ink.DOUBTFUL)));
    int more = warnings.size() - MOST_REASONS;
    if (more > 0) {
      lines.add("Warning: and " + more + " more in " + VerdictJson.FILE_NAME);
    }
  }

  private static String inShort(Verdict verdict) {
    List<String> reasons = verdict.reasons();
    if (reasons.isEmpty()) {
      Suspicion suspicion = verdict.suspicion();
      return suspicion == null
          ? verdict.headline()
          : verdict.result() + ", with an " + suspicion.sentence();
    }
    String more = reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more above)";
    return verdict.result() + ": " + reasons.get(0) + more;
  }

  private static Ink ink(Verdict verdict) {
    return switch (verdict.result()) {
      case PASS -> verdict.warnings().isEmpty() ? Ink.GOOD : Ink.DOUBTFUL;
      case FAIL -> Ink.BAD;
      case INVALID -> Ink.DOUBTFUL;
    };
  }
}
