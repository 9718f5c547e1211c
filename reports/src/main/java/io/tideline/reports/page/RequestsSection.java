package io.tideline.reports.page;

import io.tideline.engine.plan.Scope;
import io.tideline.reports.gate.LogWords;
import io.tideline.reports.html.Html;
import io.tideline.reports.stats.PercentileInterval.Missing;
import io.tideline.reports.stats.PhaseRow;
import io.tideline.reports.stats.Run;
import java.util.ArrayList;
import java.util.List;

/** The figures of each request, over all measured phases and in each; the slowest first. */
final class RequestsSection {
  private static final int MOST_ROWS = 600;

  private final Run run;
  private final boolean late;
  private final FigureCells cells;
  private final List<Scope> scopes;

  private RequestsSection(Run run, Confidences confidences) {
    this.run = run;
    this.late = run.requests().stream().anyMatch(row -> row.sample().hasLateUsers());
    this.cells = new FigureCells(run, confidences, late);
    this.scopes = RequestScopes.slowestFirst(run);
  }

  static String html(Run run, Confidences confidences) {
    RequestsSection section = new RequestsSection(run, confidences);
    if (section.scopes.isEmpty()) {
      return Section.of(
          "requests", "Requests", Section.paragraph("No request was made outside the warm-up."));
    }
    return Section.of(
        "requests",
        "Requests",
        "<div class=\"figures\">"
            + section.choices()
            + section.table()
            + section.notes()
            + section.messages()
            + "</div>");
  }

  private String messages() {
    String messages = LogWords.unmatched(run.log());
    return messages.isEmpty() ? "" : Section.note(messages);
  }

  private boolean showsPhases() {
    int phases = phases().size();
    return phases > 0 && phases * (scopes.size() + 1) <= MOST_ROWS;
  }

  /** Those that have rows of their own: not the only measured one, which is all there is. */
  private List<PhaseRow> phases() {
    boolean one = run.phases().stream().filter(phase -> !phase.warmUp()).count() == 1;
    return run.phases().stream().filter(phase -> phase.warmUp() || !one).toList();
  }

  private String choices() {
    StringBuilder html = new StringBuilder("<div class=\"choices\" hidden>");
    if (showsPhases()) {
      html.append("<label>Phase <select id=\"phase\">");
      html.append("<option value=\"\">all but the warm-up</option>");
      phases()
          .forEach(
              phase ->
                  html.append("<option value=\"p")
                      .append(phases().indexOf(phase))
                      .append("\">")
                      .append(Html.text(phase.name()))
                      .append("</option>"));
      html.append("</select></label>");
    }
    if (late) {
      html.append("<label><input type=\"checkbox\" id=\"from-due\"> times from the intended")
          .append(" start</label>");
    }
    return html.append("</div>\n").toString();
  }

  private String table() {
    List<String> titles = new ArrayList<>(List.of("Request"));
    titles.addAll(FigureCells.TITLES);
    Table table = new Table("sortable", titles);
    add(table, Scope.EVERYTHING, "class=\"total\" data-phase=\"\"");
    scopes.forEach(scope -> add(table, scope, "data-phase=\"\""));
    if (showsPhases()) {
      for (int i = 0; i < phases().size(); i++) {
        addPhase(table, phases().get(i), " data-phase=\"p" + i + "\" hidden");
      }
    }
    return table.html();
  }

  private void addPhase(Table table, PhaseRow phase, String attributes) {
    add(table, RequestScopes.in(Scope.EVERYTHING, phase.name()), "class=\"total\"" + attributes);
    for (Scope scope : scopes) {
      Scope part = RequestScopes.in(scope, phase.name());
      if (run.pool(part).requests() > 0) {
        add(table, part, attributes.strip());
      }
    }
  }

  private void add(Table table, Scope scope, String attributes) {
    List<Cell> row = new ArrayList<>(List.of(name(scope)));
    row.addAll(cells.of(scope));
    table.row(attributes, row);
  }

  /** The request first; its journey small below it. */
  static Cell name(Scope scope) {
    String request = scope.request();
    String journey = scope.journey();
    if (request == null || journey == null || journey.isEmpty()) {
      return Cell.text(RequestScopes.name(scope));
    }
    return Cell.html(Html.text(request) + " <small>" + Html.text(journey) + "</small>");
  }

  private static String left(Missing missing) {
    return Percentile.mark(missing) + " " + missing.words();
  }

  private String notes() {
    return Section.note(
            "Times are milliseconds of successful requests. An asterisk marks a percentile of fewer"
                + " values than it needs.")
        + Section.note(
            "Small, where the true figure lies 19 times out of 20, if what slows requests down"
                + " comes many times within the run; what did not happen in it, or changes over"
                + " hours, no run can tell. No interval: "
                + left(Missing.STALLS)
                + ", "
                + left(Missing.WANDERS)
                + "; nothing stands there for too few requests, or a run that is too short.")
        + Section.note(
            late
                ? "From the intended start: where the generator started a user late, that time is"
                    + " part of each of its response times. Promises are held against these."
                : "No user started late enough to make a difference: from the intended start the"
                    + " times are the same.");
  }
}
