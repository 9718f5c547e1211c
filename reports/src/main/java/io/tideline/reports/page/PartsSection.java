package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.Figures;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.JourneyRow;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** A run by phases and by journeys. */
final class PartsSection {
  private final Run run;
  private final FigureCells cells;

  private PartsSection(Run run, Confidences confidences) {
    this.run = run;
    this.cells = new FigureCells(run, confidences, false);
  }

  static String html(Run run, Confidences confidences) {
    PartsSection section = new PartsSection(run, confidences);
    String journeys =
        run.journeys().stream().noneMatch(row -> row.passes().requests() > 0)
            ? ""
            : section.journeys();
    return Section.of("parts", "Phases and journeys", section.phases() + journeys);
  }

  private String phases() {
    List<String> titles =
        new ArrayList<>(List.of("Phase", "From", "Lasted", "Users due", "started"));
    titles.addAll(FigureCells.TITLES);
    Table table = new Table("", titles);
    for (PhaseRow phase : run.phases()) {
      Long offered = phase.offered();
      List<Cell> row = new ArrayList<>();
      row.add(
          Cell.html(
              Html.text(phase.name()) + (phase.warmUp() ? " <small>not judged</small>" : "")));
      row.add(Cell.figure(Words.duration(phase.startSeconds())));
      row.add(Cell.figure(Words.duration(phase.durationSeconds())));
      row.add(offered == null ? Cell.unknown() : Cell.figure(Figures.number(offered)));
      row.add(Cell.figure(Figures.number(phase.started())));
      row.addAll(cells.of(new Scope(null, null, phase.name())));
      table.row(row);
    }
    return table.html();
  }

  private String journeys() {
    List<String> titles = new ArrayList<>(List.of("Journey", "Phase"));
    titles.addAll(FigureCells.TITLES);
    titles.set(2, "Passes");
    Table table = new Table("", titles);
    for (JourneyRow journey : run.journeys()) {
      if (journey.passes().requests() > 0) {
        Scope phase = new Scope(null, null, journey.phase());
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(RequestScopes.name(new Scope(journey.journey(), null, null))));
        row.add(Cell.text(journey.phase()));
        row.addAll(cells.of(journey.passes(), run.seconds(phase)));
        table.row(row);
      }
    }
    return table.html()
        + Section.note(
            "A pass is a user's way through a journey, from its first request to its last, with all"
                + " pauses; it has failed when one of its requests has.");
  }
}
