package io.tideline.reports.page;

import io.tideline.engine.resource.Unit;
import io.tideline.reports.bottleneck.Mover;
import io.tideline.reports.bottleneck.PhaseBottleneck;
import io.tideline.reports.bottleneck.Saturated;
import io.tideline.reports.stats.Run;
import java.util.List;

/** Which resource of the target was at its limit in each phase, and which moved with latency. */
final class BottleneckSection {
  private static final int MOST_ROWS = 5;

  private BottleneckSection() {}

  static String html(Run run) {
    List<PhaseBottleneck> phases = PhaseBottleneck.of(run);
    if (phases.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    phases.forEach(phase -> html.append(Section.paragraph(phase.sentence())));
    if (phases.stream().anyMatch(phase -> !phase.saturated().isEmpty())) {
      html.append(Section.title("At its limit")).append(saturated(phases));
    }
    if (phases.stream().anyMatch(phase -> !phase.moved().isEmpty())) {
      html.append(Section.title("Which resource moves with it")).append(moved(phases));
    }
    html.append(
        Section.note(
            "What moves together need not be a cause: both may follow something else, such as the"
                + " load. Neighbouring blocks are alike, so that they are worth fewer independent"
                + " ones."));
    return Section.of("bottleneck", "Bottlenecks", html.toString());
  }

  private static String saturated(List<PhaseBottleneck> phases) {
    Table table =
        new Table(
            "sortable stack",
            List.of("Phase", "Resource", "In use", "Limit", "Waiting", "From", "Of the phase"));
    for (PhaseBottleneck phase : phases) {
      for (Saturated use : phase.saturated().stream().limit(MOST_ROWS).toList()) {
        table.row(
            List.of(
                Cell.text(phase.phase()),
                Cell.text(use.name() + " (" + use.source() + ")"),
                Cell.figure(Unit.SHARE.text(use.share()), use.share()),
                Cell.figure(use.unit().text(use.limit()), use.limit()),
                use.waiting() == null
                    ? Cell.unknown()
                    : Cell.figure(Unit.COUNT.text(use.waiting()), use.waiting()),
                Cell.figure(Words.duration(use.fromSeconds()), use.fromSeconds()),
                Cell.figure(Unit.SHARE.text(use.part()), use.part())));
      }
    }
    return table.html();
  }

  private static String moved(List<PhaseBottleneck> phases) {
    Table table =
        new Table(
            "sortable stack",
            List.of(
                "Phase",
                "Resource",
                "Where it is fast",
                "Where it is slow",
                "Rank correlation",
                "Blocks",
                "Strength"));
    for (PhaseBottleneck phase : phases) {
      for (Mover mover : phase.moved().stream().limit(MOST_ROWS).toList()) {
        table.row(
            List.of(
                Cell.text(phase.phase() + ", " + phase.metric()),
                Cell.text(mover.name() + " (" + mover.source() + ")"),
                Cell.figure(mover.unit().text(mover.fast()), mover.fast()),
                Cell.figure(mover.unit().text(mover.slow()), mover.slow()),
                Cell.figure(Words.format("%.2f", mover.rho()), mover.rho()),
                Cell.figure(
                    mover.blocks() + ", worth " + Words.format("%.0f", mover.effective()),
                    mover.blocks()),
                Cell.text(mover.strength())));
      }
    }
    return table.html();
  }
}
